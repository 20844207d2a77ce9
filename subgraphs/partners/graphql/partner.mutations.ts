import { Arg, Ctx, Float, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { PartnersContext } from '../context.ts';
import type { Partner } from '../entities/partner.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';
import { savePartner } from '../use-cases/save-partner.ts';
import { rotateSenderSecret, trustSender, updateSender } from '../use-cases/save-trusted-sender.ts';
import { PartnerInput, TrustedSenderInput, TrustedSenderUpdateInput } from './partner.inputs.ts';
import { PartnerType, TrustedSenderSecretType, TrustedSenderType } from './partner.type.ts';

const EXPECTED = { nullable: true, description: 'Refuses with STALE_VERSION when it is at another.' } as const;
const SENDER = { description: "The sender's id." } as const;

interface Told {
  readonly sender: TrustedSender;
  readonly secret: string;
}

const told = (sender: TrustedSender): Told => ({ sender, secret: sender.secret });

@Resolver()
export class PartnerMutations {
  @Mutation(() => PartnerType, { description: 'Registers a partner, or changes one. Administrators only. Errors: BAD_USER_INPUT (details name the field), NOT_FOUND, STALE_VERSION, FORBIDDEN.' })
  savePartner(
    @Arg('id', () => ID, { nullable: true, description: "The partner's id; null registers a new one." }) id: string | null,
    @Arg('input', () => PartnerInput, { description: 'The partner.' }) input: PartnerInput,
    @Arg('expectedVersion', () => Int, EXPECTED) expectedVersion: number | null,
    @Ctx() context: PartnersContext,
  ): Promise<Partner> {
    return savePartner(context, id ?? null, input, expectedVersion ?? null);
  }

  @Mutation(() => TrustedSenderSecretType, { description: 'Lets another shop hand carts over, and tells its secret. Administrators only. Errors: BAD_USER_INPUT, FORBIDDEN.' })
  async trustSender(@Arg('input', () => TrustedSenderInput, { description: 'The sender.' }) input: TrustedSenderInput, @Ctx() context: PartnersContext): Promise<Told> {
    return told(await trustSender(context, input));
  }

  @Mutation(() => TrustedSenderType, { description: 'Changes what a sender may. Administrators only. Errors: NOT_FOUND, STALE_VERSION, FORBIDDEN.' })
  updateTrustedSender(
    @Arg('id', () => ID, SENDER) id: string,
    @Arg('input', () => TrustedSenderUpdateInput, { description: 'What becomes of it.' }) input: TrustedSenderUpdateInput,
    @Arg('expectedVersion', () => Int, EXPECTED) expectedVersion: number | null,
    @Ctx() context: PartnersContext,
  ): Promise<TrustedSender> {
    return updateSender(context, id, input, expectedVersion ?? null);
  }

  @Mutation(() => TrustedSenderSecretType, { description: 'Gives a sender a new secret; meanwhile both are good, and answers carry both signatures. Administrators only. Errors: BAD_USER_INPUT, NOT_FOUND, STALE_VERSION, FORBIDDEN.' })
  async rotateTrustedSenderSecret(
    @Arg('id', () => ID, SENDER) id: string,
    @Arg('overlapHours', () => Float, { nullable: true, defaultValue: 24, description: 'For how long the old one is good too, at most 168 hours; 0 ends it at once.' }) overlapHours: number,
    @Arg('expectedVersion', () => Int, EXPECTED) expectedVersion: number | null,
    @Ctx() context: PartnersContext,
  ): Promise<Told> {
    return told(await rotateSenderSecret(context, id, overlapHours, expectedVersion ?? null));
  }
}
