// Articles for the tests. All of it is made up.

export const HARBOUR = `Ferry company knew of cracks, inspector says

The Harbour Board knew in March that the Marigold's hull was cracked, chief inspector Ines Calloway said on Tuesday.
"They read my report, and they let her sail," she told reporters.

The board denied that it had seen the report. "No such paper ever reached this office," its chairman, Tomas Vrell,
said. He added that the ferry had passed every inspection.

According to two members of the crew, the captain had complained about the hull twice. Vrell called their account
"a fairy tale".
`;

export const MARKET = `Council accepts blame for market fire

Mayor Odile Farrant said the council had ignored warnings about the wiring in the covered market. "We were told, and we
did nothing," Farrant said.

Deputy mayor Hugo Stell disputed this. He said that no warning had been received before the fire. The stallholders'
union claimed that it had written to the council four times.
`;

export const FRENCH = `Le conseil municipal a décidé mardi de fermer le vieux pont pendant deux mois. Selon la mairesse, les
travaux coûteront moins cher que prévu. « Nous n'avons pas le choix », a-t-elle déclaré devant les habitants, qui
doutent encore de ses chiffres. Le préfet, lui, a refusé de répondre aux questions des journalistes.
`;

export const UNBALANCED = `The harbour master, Lena Orsk, said the gates were shut. "Nobody passed after nine, she told the court.

Her deputy, Paul Imre, denied it. He said that the gates had been open until ten.
`;

/** An article of at least `bytes` bytes (of ASCII), no two paragraphs of it alike. */
export function long(bytes) {
  const names = ['Calloway', 'Vrell', 'Farrant', 'Stell', 'Orsk', 'Imre', 'Dunmore', 'Achterberg'];
  const verbs = ['said', 'denied', 'claimed', 'told reporters', 'insisted', 'conceded'];
  const paragraphs = [];
  for (let size = 0, n = 0; size < bytes; n++) {
    const name = names[n % names.length];
    const verb = verbs[(n * 5) % verbs.length];
    const paragraph = `Inspector ${name} ${verb} that gate ${n} had been closed for ${(n * 7) % 60} minutes. "Nobody asked \
me about gate ${n}," ${name} said, "and nobody will." According to the harbour office, ${n + 3} ships waited outside.`;
    paragraphs.push(paragraph);
    size += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}

const FIRST = ['Anna', 'Tomas', 'Ines', 'Hugo', 'Odile', 'Paul', 'Lena', 'Ruben', 'Mira', 'Oskar'];
const LAST = ['Abendroth', 'Brackley', 'Castellan', 'Drummel', 'Eastwick', 'Fennimore', 'Garrolt', 'Hexham', 'Ilverton',
  'Jessop', 'Kestrel', 'Lanyon', 'Marchbank', 'Nettleship', 'Orrell', 'Pettifer', 'Quarrie', 'Rusholme', 'Selwick',
  'Thackray', 'Ulverton', 'Vandeleur', 'Wexcombe', 'Yarrow', 'Zellman', 'Ashcombe', 'Birtles', 'Corrin', 'Dunstable',
  'Elphick', 'Farquhar', 'Gillespie', 'Haverstock', 'Inskip', 'Jellicoe', 'Kilbride', 'Lovibond', 'Mottram', 'Norbury',
  'Osgood'];
const PLANS = ['harbour wall', 'night ferry', 'covered market', 'tram line', 'grain silo', 'swimming pool', 'ring road',
  'fish quay', 'music school', 'wind farm', 'old brewery', 'river lock', 'bus station', 'town library', 'skate park',
  'cattle fair', 'glass tower', 'customs house', 'rope factory', 'lighthouse', 'botanic garden', 'chain bridge',
  'saw mill', 'coal pier', 'city archive', 'goods yard', 'court house', 'rowing club', 'water tower', 'cable car'];

/** An article in which forty people say some three hundred things about thirty plans. */
export function crowd() {
  const sentences = [
    (name, plan) => `${name} said that she supported the plan for the ${plan}.`,
    (name, plan) => `${name} rejected the plan for the ${plan}.`,
    (name, plan) => `The plan for the ${plan} would ruin the town, ${name} warned.`,
    (name, plan) => `${name} welcomed the plan for the ${plan}.`,
    (name, plan) => `${name} denied that the plan for the ${plan} had failed.`,
  ];
  const all = Array.from({ length: 300 }, (_, n) => {
    const name = `${FIRST[(n % 40) % FIRST.length]} ${LAST[n % 40]}`;
    return sentences[(n * 3 + Math.floor(n / 7)) % sentences.length](name, PLANS[(n * 7) % PLANS.length]);
  });
  return Array.from({ length: 100 }, (_, n) => all.slice(n * 3, n * 3 + 3).join(' ')).join('\n\n');
}
