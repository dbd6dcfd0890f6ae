import { Injectable, type OnModuleInit } from '@nestjs/common';

import { DivisionTree } from '../../platform/access';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { ANONYMOUS } from '../../platform/context/context';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database';
import { Problem } from '../../platform/problems/problem';
import type { Division, DivisionCode } from './divisions.entities';
import { DivisionsRepository } from './divisions.repository';

export interface DivisionView {
  id: string;
  name: string;
  level: Division['level'];
  rural: boolean;
  /** The code borne today; null for a grid. */
  code: string | null;
  parentId: string | null;
}

/**
 * The tree of divisions, held in memory: a city has some thousand nodes, they change a few times a year, and every
 * request asks where a community lies.
 */
@Injectable()
export class Divisions implements DivisionTree, OnModuleInit {
  private nodes = new Map<string, DivisionView>();
  private children = new Map<string | null, DivisionView[]>();
  private readonly communities = new Map<string, readonly string[]>();

  constructor(
    private readonly repository: DivisionsRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.load({ who: ANONYMOUS, at: this.clock.now(), requestId: 'start', em: this.database.read });
  }

  private async load(ctx: Ctx): Promise<void> {
    const [divisions, codes] = await Promise.all([this.repository.all(ctx), this.repository.codes(ctx)]);
    const codeOf = new Map(
      codes.filter(({ until }) => until === null).map(({ divisionId, code }) => [divisionId, code]),
    );
    this.nodes = new Map();
    this.children = new Map();
    this.communities.clear();
    for (const { id, name, level, rural, parentId } of divisions) {
      const view = { id, name, level, rural, parentId, code: codeOf.get(id) ?? null };
      this.nodes.set(id, view);
      this.children.set(parentId, [...(this.children.get(parentId) ?? []), view]);
    }
  }

  /** Adds divisions with the codes they bear from `since` (calendar date) on; the tree shows them after the commit. */
  async add(ctx: TxCtx, divisions: Division[], codes: DivisionCode[]): Promise<void> {
    await this.repository.insert(ctx, divisions, codes);
    await this.load(ctx);
  }

  find(id: string): DivisionView | undefined {
    return this.nodes.get(id);
  }

  /** @throws Problem `access.not-found` */
  get(id: string): DivisionView {
    const node = this.nodes.get(id);
    if (!node) throw new Problem('access.not-found');
    return node;
  }

  byCode(code: string): DivisionView | undefined {
    return [...this.nodes.values()].find((node) => node.code === code);
  }

  childrenOf(parentId: string | null): readonly DivisionView[] {
    return this.children.get(parentId) ?? [];
  }

  /** From the division itself up to its province. */
  path(id: string): DivisionView[] {
    const path: DivisionView[] = [];
    for (let node = this.nodes.get(id); node; node = node.parentId ? this.nodes.get(node.parentId) : undefined)
      path.push(node);
    return path;
  }

  /** The ancestor (or the division itself) of a level, e.g. the street of a community. */
  ancestor(id: string, level: Division['level']): DivisionView | undefined {
    return this.path(id).find((node) => node.level === level);
  }

  isWithin(id: string, ancestorId: string): boolean {
    return this.path(id).some((node) => node.id === ancestorId);
  }

  communitiesWithin(id: string): readonly string[] {
    const known = this.communities.get(id);
    if (known) return known;
    const found: string[] = [];
    const open = [this.nodes.get(id)];
    for (let node = open.pop(); node; node = open.pop()) {
      if (node.level === 'community') found.push(node.id);
      open.push(...this.childrenOf(node.id));
    }
    this.communities.set(id, found);
    return found;
  }
}
