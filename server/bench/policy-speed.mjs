import { compiled } from './product.mjs';

/** Prints how many elders a second the policy engine evaluates: whole answers with their citations, one core, no I/O. */
const { evaluate, packOf, parseFacts } = compiled('policy');

const ON = '2026-11-23';
const CHUNK = 1000;
const WARM_UP_MS = 500;
const MEASURED_MS = 2000;

const residence = { division: '370102001001', rural: false };
const away = { relation: 'child', livesWithElder: false, awaySince: '2019-03-01' };
const LIVES = [
  { birthDate: '1944-03-02', residence, maritalStatus: 'widowed', relatives: [away] },
  {
    birthDate: '1955-07-11',
    residence,
    maritalStatus: 'married',
    relatives: [{ relation: 'spouse', livesWithElder: true }, away],
  },
  { birthDate: '1950-01-30', residence, maritalStatus: 'never-married', relatives: [], assistance: ['destitute'] },
  { birthDate: '1958-12-05', residence, maritalStatus: 'divorced', relatives: [], disability: { grade: 2 } },
  {
    birthDate: '1962-05-20',
    residence,
    maritalStatus: 'widowed',
    relatives: [away],
    ability: { level: 'total' },
    bedridden: true,
  },
  { birthDate: '1949-09-09', residence, maritalStatus: 'widowed', relatives: [], onlyChild: { status: 'deceased' } },
  { birthDate: '1971-02-02', residence },
];
const facts = LIVES.map((life) => {
  const parsed = parseFacts(life, ON);
  if ('problems' in parsed) throw new Error(parsed.problems[0].message);
  return parsed.facts;
});
const pack = packOf('jinan');

function run(ms) {
  const began = performance.now();
  let done = 0;
  let categories = 0;
  while (performance.now() - began < ms) {
    for (let at = 0; at < CHUNK; at += 1) categories += evaluate(pack, facts[at % facts.length], ON).categories.length;
    done += CHUNK;
  }
  if (categories === 0) throw new Error('Nobody was found eligible');
  return (done * 1000) / (performance.now() - began);
}

run(WARM_UP_MS);
process.stdout.write(String(Math.round(run(MEASURED_MS))));
