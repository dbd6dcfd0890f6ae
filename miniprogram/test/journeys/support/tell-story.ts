import { Product, TOLD_STORY } from './product';
import { storyShift } from './story-time';

/** The server that tells the story has ended before the first journey begins. */
const EARLIER_MS = 10 * 60_000;

/** Before the first test: tells the demo's half year, which takes longer than many a journey, once for all of them. */
export default async function tellStory(): Promise<void> {
  const product = await Product.start(storyShift - EARLIER_MS);
  process.env[TOLD_STORY] = await product.end();
}
