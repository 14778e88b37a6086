/** The words of the results, as the simulator uses them. */
export const DEFINITIONS: readonly { readonly word: string; readonly meaning: string }[] = [
  {
    word: 'Elapsed',
    meaning: 'From a lead’s arrival to its end, by the clock, nights and weekends included.'
  },
  {
    word: 'Cycle',
    meaning: 'From arrival to the end, counting only the open time of the cadence’s calendar.'
  },
  {
    word: 'First response',
    meaning: 'From arrival to the first touch, by the clock, of the leads that got one.'
  },
  {
    word: 'Waiting',
    meaning: 'From the moment a step opens until somebody begins it, or until a wait is over.'
  },
  { word: 'Work', meaning: 'The time that people spend on a task while they are at work.' },
  { word: 'Idle', meaning: 'A task is begun and nobody works on it: its people have gone home.' },
  { word: 'Touch', meaning: 'One completed email, call or other action.' },
  { word: 'Visit', meaning: 'A lead comes to a step; a lead can come to it more than once.' },
  {
    word: 'Busy',
    meaning:
      'Working and turning to another kind of task, as a share of the hours people are there.'
  },
  { word: 'Overdue', meaning: 'A task that is past the time by which it is due.' },
  {
    word: 'Interval',
    meaning:
      'Chance alone moves a figure that much: 95 of 100 such intervals hold what ever more leads would show.'
  },
  {
    word: 'Seed',
    meaning: 'Where the luck comes from. The same seed gives the same numbers, on any machine.'
  }
];
