import { Injectable, type OnModuleInit } from '@nestjs/common';

import { DivisionTree } from '../../platform/access';
import { Audit } from '../../platform/audit';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { ANONYMOUS } from '../../platform/context/context';
import { Clock } from '../../platform/clock/clock';
import { Database, newId } from '../../platform/database';
import { Problem } from '../../platform/problems/problem';
import type { Division, DivisionCode } from './divisions.entities';
import { DivisionsRepository } from './divisions.repository';
import { PROVINCES } from './provinces';

/** Digits of a code. */
const PROVINCE = 2;
const CITY = 4;
const DISTRICT = 6;
const STREET = 9;

export interface DivisionView {
  id: string;
  name: string;
  level: Division['level'];
  rural: boolean;
  /** The code borne today; null for a grid. */
  code: string | null;
  parentId: string | null;
}

/** A division as it is published: known by its code, below another code. */
export interface PublishedDivision {
  code: string;
  name: string;
  level: Division['level'];
  rural: boolean;
  /** Code of the division above; null for a province. */
  parent: string | null;
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
    private readonly audit: Audit,
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
    const views = divisions.map(({ id, name, level, rural, parentId }) => {
      return { id, name, level, rural, parentId, code: codeOf.get(id) ?? null };
    });
    for (const view of views.sort(byCode)) {
      const { id, parentId } = view;
      this.nodes.set(id, view);
      this.children.set(parentId, [...(this.children.get(parentId) ?? []), view]);
    }
  }

  /** Adds divisions with the codes they bear from `since` (calendar date) on; the tree shows them after the commit. */
  async add(ctx: TxCtx, divisions: Division[], codes: DivisionCode[]): Promise<void> {
    await this.repository.insert(ctx, divisions, codes);
    await this.load(ctx);
  }

  /**
   * Takes in what is not known yet, each division after the one above it; a code that is borne already stays as it is.
   * @param since calendar date from which the codes are borne
   * @returns how many were new
   */
  async takeIn(ctx: TxCtx, published: readonly PublishedDivision[], since: string): Promise<number> {
    const borne = (await this.repository.codes(ctx)).filter(({ until }) => until === null);
    const ids = new Map(borne.map(({ code, divisionId }) => [code, divisionId]));
    const fresh = published.filter(({ code }) => !ids.has(code));
    if (fresh.length === 0) return 0;
    for (const { code } of fresh) ids.set(code, newId(ctx.at));
    const idOf = (code: string) => ids.get(code)!;
    await this.add(
      ctx,
      fresh.map(({ code, name, level, rural, parent }) => {
        return { id: idOf(code), parentId: parent === null ? null : idOf(parent), name, level, rural };
      }),
      fresh.map(({ code }) => ({ id: newId(ctx.at), divisionId: idOf(code), code, since, until: null })),
    );
    const detail = { added: fresh.length, since };
    await this.audit.record(ctx, { action: 'division.load', subjectId: idOf(fresh[0]!.code), detail });
    return fresh.length;
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

  /**
   * How one says at home where somebody is: 上海 from another province, 历城区 within the city. Null where the codes do
   * not tell them apart, or nobody knows the name.
   */
  placeSeenFrom(code: string, home: string): string | null {
    if (code.slice(0, PROVINCE) !== home.slice(0, PROVINCE)) return PROVINCES[code.slice(0, PROVINCE)] ?? null;
    const level = [CITY, DISTRICT].find((digits) => code.slice(0, digits) !== home.slice(0, digits));
    if (level === undefined || code.length < level) return null;
    return this.byCode(code.slice(0, level))?.name ?? null;
  }

  childrenOf(parentId: string | null): readonly DivisionView[] {
    return this.children.get(parentId) ?? [];
  }

  /** From the province down to the division that bears the code, or the longest beginning of it that is borne. */
  pathOfCode(code: string): DivisionView[] {
    const node = [code.length, STREET, DISTRICT, CITY, PROVINCE]
      .filter((digits) => digits <= code.length)
      .map((digits) => this.byCode(code.slice(0, digits)))
      .find((found) => found !== undefined);
    return node ? this.path(node.id).reverse() : [];
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

/** As they are published; grids, which bear no code, by name after all others. */
function byCode(one: DivisionView, other: DivisionView): number {
  const key = ({ code, name }: DivisionView) => `${code ?? '~'} ${name}`;
  return key(one) < key(other) ? -1 : 1;
}
