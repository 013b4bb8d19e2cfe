/** The words around a register. */
export const messages = {
  status: {open: 'Open', overdue: 'Overdue', holds: 'Holds', over: 'Ended', done: 'Done', dropped: 'Dropped'},
  statusColumn: 'State',
  all: 'All states',
  filter: 'Filter by words',
  sortBy: (column: string) => `Sort by ${column}`,
  shown: (shown: number, all: number) => (shown === all ? `${all} entries` : `${shown} of ${all} entries`),
  nothing: 'Nothing here has these words and this state.',
  empty: 'This register is empty.',
  asOf: (day: string) => `Days are held against ${day}, the day of the sample data.`,
};
