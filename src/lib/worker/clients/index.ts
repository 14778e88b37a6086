export { createComputeClient } from './compute-client';
export { type Connection, workerConnection } from './connection';
export { createDataClient, dataWorkerConnection } from './data-client';
