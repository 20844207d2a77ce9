import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { LoadReport, OnError } from '#kernel/load-rows.ts';
import { LoadReportType, OnErrorEnum } from '#kernel/load-types.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import { loadCustomers } from '../use-cases/load-customers.ts';
import { loadOrganisations } from '../use-cases/load-organisations.ts';
import { CustomerLoadInput, OrganisationInput } from './accounts.inputs.ts';

const DRY_RUN = { nullable: true, defaultValue: false, description: 'Only look: report on the rows and write nothing.' };
const ON_ERROR = { nullable: true, defaultValue: 'REJECT_ALL', description: 'What becomes of the load when a row is bad.' } as const;

/** Batch loads of who buys. Every load may be sent again: rows are found again by their external id. */
@Resolver()
export class LoadsResolver {
  @Mutation(() => LoadReportType, { description: 'Loads buyer organisations row by row. Administrators only. Errors: FORBIDDEN.' })
  async loadOrganisations(
    @Arg('organisations', () => [OrganisationInput], { description: 'From 1 to 1,000 organisations.' }) organisations: OrganisationInput[],
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
    @Arg('onError', () => OnErrorEnum, ON_ERROR) onError: OnError | null,
    @Ctx() context: AccountsContext,
  ): Promise<LoadReport> {
    requireAdministrator(context);
    return loadOrganisations(context, organisations, { dryRun: dryRun ?? false, onError: onError ?? 'REJECT_ALL' });
  }

  @Mutation(() => LoadReportType, { description: 'Loads customers row by row: private people, and buyers of organisations. They have no password. Administrators only. Errors: FORBIDDEN.' })
  async loadCustomers(
    @Arg('customers', () => [CustomerLoadInput], { description: 'From 1 to 1,000 customers.' }) customers: CustomerLoadInput[],
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
    @Arg('onError', () => OnErrorEnum, ON_ERROR) onError: OnError | null,
    @Ctx() context: AccountsContext,
  ): Promise<LoadReport> {
    requireAdministrator(context);
    return loadCustomers(context, customers, { dryRun: dryRun ?? false, onError: onError ?? 'REJECT_ALL' });
  }
}
