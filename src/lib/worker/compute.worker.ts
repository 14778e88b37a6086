import { expose } from 'comlink';
import { ComputeHost } from './compute-host';
import { pause } from './pause';

expose(new ComputeHost({ now: () => performance.now(), pause }));
