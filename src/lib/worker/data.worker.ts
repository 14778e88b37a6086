import { createPouchStore } from '$lib/storage/pouch';
import { expose } from 'comlink';
import { createDataHost } from './data-host';

expose(createDataHost(createPouchStore({ name: 'cadenza' })));
