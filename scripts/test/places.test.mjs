import assert from 'node:assert/strict';
import { it } from 'node:test';
import { placesModule } from '../lib/places.mjs';

it('lists a pack for each folder, by name, whatever the order in which they are found', () => {
  const source = placesModule(['xi-an', 'jinan', 'beijing']);
  assert.match(source, /import \{ pack as xiAn \} from '\.\/packs\/xi-an\/pack';/);
  assert.match(source, /= \[beijing, jinan, xiAn\];/);
});
