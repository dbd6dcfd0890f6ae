import { Injectable } from '@nestjs/common';
import { isOutsider, maskName, type Relation } from '@tanfang/shared';

import { Access, type Action } from '../../platform/access';
import type { Ctx } from '../../platform/context/context';
import { afterRaces, Database, isDuplicate } from '../../platform/database';
import { DEFAULT_LIMIT, toPage, type Page } from '../../platform/http';
import { Problem } from '../../platform/problems/problem';
import { Accounts, Kinfolk, Kinships, type Invitation, type KinshipState, type KinshipView } from '../identity';
import { RegistryRepository } from './registry.repository';

export interface KinshipItem {
  id: string;
  elderId: string;
  elderName: string;
  relativeName: string;
  relation: Relation;
  kinWord: string | null;
  accountName: string | null;
  phoneMasked: string | null;
  /** The account's phone is the one the registry has for this relative. */
  phoneMatches: boolean;
  acceptedAt: number | null;
}

/** Inviting relatives and confirming that it is them: the community that owns the elder decides. */
@Injectable()
export class KinDesk {
  constructor(
    private readonly repository: RegistryRepository,
    private readonly kinships: Kinships,
    private readonly kinfolk: Kinfolk,
    private readonly accounts: Accounts,
    private readonly access: Access,
    private readonly database: Database,
  ) {}

  /** @throws Problem `relative.unknown` when the relative is not this elder's, `relative.no-kin`, `id.taken`, `access.not-found` */
  async invite(ctx: Ctx, elderId: string, { id, relativeId }: { id: string; relativeId: string }): Promise<Invitation> {
    const elder = await this.repository.find(ctx, elderId);
    if (!elder || elder.endedOn !== null) throw new Problem('access.not-found');
    const { communityId } = elder;
    this.access.require(ctx, 'invitation.create', { elderId, communityId });
    const relative = await this.repository.relative(ctx, relativeId);
    if (relative?.elderId !== elderId || relative.removedAt !== null) throw new Problem('relative.unknown');
    if (isOutsider(relative.relation)) throw new Problem('relative.no-kin');
    const invite = () =>
      this.database.tx(ctx, (tx) => this.kinships.invite(tx, { id, elderId, communityId, relativeId }));
    try {
      return await invite();
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return invite();
    }
  }

  /** @throws Problem `invitation.invalid`, `invitation.locked`, `kinship.exists`, `id.taken` */
  async accept(
    ctx: Ctx,
    acceptance: { id: string; code: string },
  ): Promise<{ kinshipId: string; elderName: string; status: KinshipState }> {
    const { id, relativeId, status } = await this.kinships.accept(ctx, acceptance);
    const person = (await this.kinfolk.people(ctx, [relativeId])).get(relativeId);
    return { kinshipId: id, elderName: maskName(person?.elderName ?? ''), status };
  }

  async list(ctx: Ctx, status: KinshipState, page: { after?: string; limit?: number }): Promise<Page<KinshipItem>> {
    const limit = page.limit ?? DEFAULT_LIMIT;
    const { communityIds } = this.access.reach(ctx, 'kinship.list');
    const kinships = await this.kinships.list(ctx, communityIds, status, page.after ?? '', limit + 1);
    const items = new Map((await this.items(ctx, kinships)).map((item) => [item.id, item]));
    return toPage(
      kinships,
      limit,
      ({ id }) => id,
      ({ id }) => items.get(id)!,
    );
  }

  async confirm(ctx: Ctx, id: string): Promise<KinshipView> {
    // Two accounts of one relative, confirmed in the same moment: the slower one finds the other and, as ever, replaces it.
    return this.decide(ctx, 'kinship.confirm', id, () =>
      afterRaces(() => this.database.tx(ctx, (tx) => this.kinships.confirm(tx, id))),
    );
  }

  async refuse(ctx: Ctx, id: string, reason: string): Promise<KinshipView> {
    return this.decide(ctx, 'kinship.refuse', id, () =>
      this.database.tx(ctx, (tx) => this.kinships.refuse(tx, id, reason)),
    );
  }

  /** By the community or by the relative themselves. */
  async end(ctx: Ctx, id: string): Promise<void> {
    await this.decide(ctx, 'kinship.end', id, () => this.database.tx(ctx, (tx) => this.kinships.end(tx, id)));
  }

  private async decide(ctx: Ctx, action: Action, id: string, act: () => Promise<void>): Promise<KinshipView> {
    const { elderId, communityId, accountId } = await this.kinships.get(ctx, id);
    this.access.require(ctx, action, { elderId, communityId, ownerId: accountId });
    await act();
    return this.kinships.get(ctx, id);
  }

  private async items(ctx: Ctx, kinships: KinshipView[]): Promise<KinshipItem[]> {
    const relativeIds = kinships.map(({ relativeId }) => relativeId);
    const accountIds = kinships.flatMap(({ accountId }) => accountId ?? []);
    const [people, relatives, accounts, hasBound] = await Promise.all([
      this.kinfolk.people(ctx, relativeIds),
      this.repository.relativesById(ctx, relativeIds),
      this.accounts.views(ctx, accountIds),
      this.accounts.boundPhones(ctx, accountIds),
    ]);
    const phoneOf = new Map(relatives.map(({ id, phone }) => [id, phone]));
    return kinships.map(({ id, elderId, relativeId, relation, accountId, acceptedAt }) => {
      const person = people.get(relativeId)!;
      const account = accountId === null ? undefined : accounts.get(accountId);
      const phone = phoneOf.get(relativeId) ?? null;
      return {
        ...{ id, elderId, elderName: person.elderName, relativeName: person.relativeName, relation, acceptedAt },
        kinWord: person.kinWord,
        accountName: account?.name ?? null,
        phoneMasked: account?.phoneMasked ?? null,
        phoneMatches: account !== undefined && phone !== null && hasBound(account.id, phone),
      };
    });
  }
}
