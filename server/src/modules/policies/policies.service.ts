import { Injectable } from '@nestjs/common';

import { Problem } from '../../platform/problems/problem';
import {
  evaluate,
  explain,
  packOf,
  packs,
  parseQuestion,
  type AskedFact,
  type Evaluation,
  type Explanation,
} from '../../policy';

@Injectable()
export class Policies {
  list(): { id: string; name: string; document: string; asks: AskedFact[] }[] {
    return packs.map(({ id, name, plan, asks }) => ({ id, name, document: plan.document, asks: [...asks] }));
  }

  /**
   * What a plan says of an elder on a day, and why.
   * @param question `{ on, facts }`, not yet checked
   * @throws Problem `policy.pack-unknown`; `policy.facts` with one message per field
   */
  evaluate(packId: string, question: unknown): Evaluation {
    const { pack, facts, on } = asked(packId, question);
    return evaluate(pack, facts, on);
  }

  /** As above, with every why. */
  explain(packId: string, question: unknown): Explanation {
    const { pack, facts, on } = asked(packId, question);
    return explain(pack, facts, on);
  }
}

function asked(packId: string, question: unknown) {
  const pack = packOf(packId);
  if (!pack) throw new Problem('policy.pack-unknown');
  const parsed = parseQuestion(question);
  if ('problems' in parsed) throw new Problem('policy.facts', undefined, [...parsed.problems]);
  return { pack, ...parsed };
}
