export type { CalendarException, TimeRange, WorkCalendar } from './work-calendar';
export type { CompiledCalendar } from './compiled-calendar';
export { compileCalendar } from './compile-calendar';
export { addBusinessTime, isOpen, openBetween, roll } from './open-time';
export { nextDate, nextWeekday, readLocal, rollBoth } from './dates';
export { addBusinessDays, businessDaysBetween } from './days';
export { type LocalDateTime, instantOf, localDateTime } from './local-time';
export { type CalendarDelay, addDelay } from './add-delay';
export { subtractDelay } from './subtract-delay';
