/** What the timer says. */
export const messages = {
  timer: (title: string): string => `Timer: ${title}`,
  /** `Box 3 of 8` */
  place: (box: number, of: number): string => `Box ${box} of ${of}`,
  next: (title: string): string => `then: ${title}`,
  overBy: 'over by' as string,
  start: 'Start' as string,
  goOn: 'Continue' as string,
  pause: 'Pause' as string,
  more: '+1 minute' as string,
  nextBox: 'Next box' as string,
  again: 'From the beginning' as string,
  goToBox: (title: string): string => `Go to ${title}`,
  oneMinute: (title: string): string => `One minute left: ${title}.`,
  isOver: (title: string): string => `The time is over: ${title}.`,
  box: 'Box' as string,
  minutes: 'Minutes' as string,
  what: 'What happens' as string,
  total: 'Total' as string,
};
