export type { CalendarException, TimeRange, WorkCalendar } from './work-calendar';
export type { CompiledCalendar } from './compiled-calendar';
