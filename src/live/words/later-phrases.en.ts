export const laterPhrases = {
  outcome: {holds: 'holds', fails: 'fails', warns: 'warning'},
  noEvidence: 'The server gave no evidence.',
  before: 'From before, and no longer vouched for:',
  seen: (at: string, valid: string) => `Seen ${at}. Believed for ${valid} from then.`,
  look: 'Look at the source:',
  time: 'Time',
  figure: 'Figure',
  zoomIn: 'Closer',
  zoomOut: 'Wider',
  earlier: 'Earlier',
  later: 'Later',
};
