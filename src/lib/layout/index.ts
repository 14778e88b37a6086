export type * from './layout-service';
