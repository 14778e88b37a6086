/** Where on the screen a step of the tour points: a part of the desk. */
export type TourPlace = 'palette' | 'stage' | 'settings' | 'foot';

export interface TourStep {
  readonly place: TourPlace;
  readonly title: string;
  readonly text: string;
}

/** What somebody needs to know to draw her first cadence. */
export const TOUR: readonly TourStep[] = [
  {
    place: 'palette',
    title: 'Add what happens next',
    text: 'Drag a step onto the drawing, or select a step and press / to add the next one behind it.'
  },
  {
    place: 'stage',
    title: 'Lead the way',
    text: 'Drag from a dot on a step to where leads go on. A plus on a line puts a step in between.'
  },
  {
    place: 'settings',
    title: 'Say how it is done',
    text: 'Select a step to write its script, give it time, and list what may come of it.'
  },
  {
    place: 'foot',
    title: 'See whether it works',
    text: 'Problems are found as you draw, and many mend with one click. Then simulate ten thousand leads.'
  }
];
