export { createBpmnClient } from './bpmn-client';
export { createComputeClient } from './compute-client';
export { poolSize } from './pool-size';
export { type Connection, workerConnection } from './connection';
export { createDataClient, dataWorkerConnection } from './data-client';
