/** An invented statement, for views that need one; `more` says what is other in it. */
export const statement = (id, more = {}) => ({
  ...{ id, speaker: 'Ada Example', role: 'mayor', side: 'Harbour council', date: '2025-02-14', dateBasis: 'said' },
  ...{ quote: 'the ferry is gone and will not come back', gist: 'She told the council so.', place: 'Town hall' },
  ...{ readings: [{ proposition: 'deal-close', stance: 'denies' }] },
  source: { publisher: 'The Harbour Gazette', url: 'https://gazette.example/ferry', published: '2025-02-15' },
  ...more,
});
