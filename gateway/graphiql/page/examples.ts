import whoAmI from './examples/1-who-am-i.graphql?raw';
import addToCart from './examples/2-add-to-cart.graphql?raw';
import watchTheCart from './examples/3-watch-the-cart.graphql?raw';
import requestAQuote from './examples/4-request-a-quote.graphql?raw';
import answerAsARep from './examples/5-answer-as-a-rep.graphql?raw';
import placeTheOrder from './examples/6-place-the-order.graphql?raw';
import returnOneLine from './examples/7-return-one-line.graphql?raw';
import watchTheDesk from './examples/8-watch-the-desk.graphql?raw';
import manyEditsAtOnce from './examples/9-many-edits-at-once.graphql?raw';
import shareTheCart from './examples/10-share-the-cart.graphql?raw';

/** The tabs of a first visit: one story, told in order. */
export const EXAMPLES: Array<{ query: string }> = [
  whoAmI,
  addToCart,
  watchTheCart,
  requestAQuote,
  answerAsARep,
  placeTheOrder,
  returnOneLine,
  watchTheDesk,
  manyEditsAtOnce,
  shareTheCart,
].map((query) => ({ query }));
