import { Field, InputType, Int } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { DocumentSearch } from '../domain/document-search.ts';
import type { CardPaymentStatus } from '../domain/payment-lifecycle.ts';
import type { InvoiceSearch } from '../use-cases/list-invoices.ts';
import type { PaymentSearch } from '../use-cases/list-payments.ts';
import { PaymentStatusEnum } from './payment.type.ts';

@InputType()
abstract class DocumentSearchInput implements DocumentSearch {
  @Field(() => String, { nullable: true, description: 'The number, or how it begins, with a % at the end.' })
  number?: string | null;
  @Field(() => String, { nullable: true, description: 'The number of its order, or how that begins.' })
  orderNumber?: string | null;
  @Field(() => Int, { nullable: true, description: 'Made within so many days before now: one of the choices of the deployment, or else the next longer of them.' })
  days?: number | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Made at this moment or later.' })
  createdFrom?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Made before this moment.' })
  createdTo?: Date | null;
  @Field(() => String, { nullable: true, description: "The buyer's own number for the purchase, or how it begins. Not for private people." })
  purchaseOrderNumber?: string | null;
}

@InputType('InvoiceSearch', { description: 'Which invoices to list. All conditions that are given must hold; blank text asks for nothing.' })
export class InvoiceSearchInput extends DocumentSearchInput implements InvoiceSearch {
  @Field(() => Boolean, { nullable: true, description: 'Whether something of it is still to be paid.' })
  open?: boolean | null;
}

@InputType('PaymentSearch', { description: 'Which payments to list. All conditions that are given must hold; blank text asks for nothing.' })
export class PaymentSearchInput extends DocumentSearchInput implements PaymentSearch {
  @Field(() => [PaymentStatusEnum], { nullable: true, description: 'One of these statuses.' })
  status?: CardPaymentStatus[] | null;
}
