import { Field, ObjectType } from 'type-graphql';
import type { EndCustomer, Party } from '../domain/parties.ts';
import { ForeignAddress, ForeignContact, ForeignCustomer, refTo } from './foreign-types.ts';

@ObjectType('CartParty', { simpleResolvers: true, description: 'A company, a person of it, and a place.' })
export class CartPartyType {
  @Field(() => ForeignCustomer, { nullable: true, description: 'The customer; null for the organisation itself.' })
  customer: ForeignCustomer | null;
  @Field(() => ForeignContact, { nullable: true, description: 'The contact; null while nobody is named.' })
  contact: ForeignContact | null;
  @Field(() => ForeignAddress, { nullable: true, description: 'The address; null while nobody said.' })
  address: ForeignAddress | null;
}

@ObjectType('CartEndCustomer', { simpleResolvers: true, description: 'For whom goods are in the end.' })
export class CartEndCustomerType extends CartPartyType {
  @Field(() => Boolean, { description: 'Whether the goods go to them.' })
  isSameAsShipTo: boolean;
  @Field(() => Boolean, { description: 'Whether the goods are installed at this address.' })
  isInstallLocation: boolean;
  @Field(() => Boolean, { description: 'Whether somebody said so; else it is whom the goods go to.' })
  isSaid: boolean;
}

export const asParty = ({ customerId, contactId, addressId }: Party): CartPartyType => ({ customer: refTo(customerId), contact: refTo(contactId), address: refTo(addressId) });

export const flagsOf = ({ isSameAsShipTo, isInstallLocation }: EndCustomer): Pick<EndCustomer, 'isSameAsShipTo' | 'isInstallLocation'> => ({ isSameAsShipTo, isInstallLocation });
