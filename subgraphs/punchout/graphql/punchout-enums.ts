import { registerEnumType } from 'type-graphql';
import { OPERATIONS, PROTOCOLS, SESSION_STATUSES, type Operation, type Protocol, type SessionStatus } from '../domain/session-lifecycle.ts';
import { ENCODINGS, type Encoding } from '../use-cases/return-cart.ts';

export const ProtocolEnum = Object.fromEntries(PROTOCOLS.map((each) => [each, each])) as { [P in Protocol]: P };
registerEnumType(ProtocolEnum, { name: 'PunchOutProtocol', description: 'How a procurement system speaks with us.', valuesConfig: { CXML: { description: 'cXML 1.2.' }, OCI: { description: 'Open Catalog Interface 4.0 or 5.0.' } } });

export const OperationEnum = Object.fromEntries(OPERATIONS.map((each) => [each, each])) as { [O in Operation]: O };
registerEnumType(OperationEnum, {
  name: 'PunchOutOperation',
  description: 'What a visit is for.',
  valuesConfig: { CREATE: { description: 'To fill a cart.' }, EDIT: { description: 'To change a cart that was returned.' }, INSPECT: { description: 'To look at a cart; nothing is returned.' } },
});

export const SessionStatusEnum = Object.fromEntries(SESSION_STATUSES.map((each) => [each, each])) as { [S in SessionStatus]: S };
registerEnumType(SessionStatusEnum, {
  name: 'PunchOutSessionStatus',
  description: 'Where a visit stands.',
  valuesConfig: {
    INVITED: { description: 'Its start page waits to be opened.' },
    OPEN: { description: 'Somebody shops.' },
    RETURNED: { description: 'The cart was returned; it may be returned again while the session lasts.' },
    ORDERED: { description: 'The purchase order came.' },
  },
});

export const EncodingEnum = Object.fromEntries(ENCODINGS.map((each) => [each, each])) as { [E in Encoding]: E };
registerEnumType(EncodingEnum, { name: 'PunchOutEncoding', description: 'How a form carries a cXML message.', valuesConfig: { BASE64: { description: 'In the field cxml-base64.' }, URLENCODED: { description: 'In the field cxml-urlencoded, as it is; the browser encodes it.' } } });
