import { registerEnumType } from 'type-graphql';
import { CONDITIONS, DISPOSITIONS, type Condition, type Disposition } from '../domain/dispositions.ts';
import { LINE_STAGES, type LineStage } from '../domain/pieces.ts';

/** type-graphql wants objects for enums; the unions of literals stay the types. */
export const ConditionEnum = Object.fromEntries(CONDITIONS.map((each) => [each, each])) as { [C in Condition]: C };
registerEnumType(ConditionEnum, {
  name: 'ReturnCondition',
  description: 'What somebody who looked at goods that came back found.',
  valuesConfig: {
    AS_NEW: { description: 'As it left.' },
    OPENED: { description: 'Opened, and fit to be sold.' },
    DAMAGED: { description: 'Damaged.' },
    DEFECTIVE: { description: 'It does not work.' },
    NOT_ACCEPTED: { description: 'It is not taken back, such as when it is something else than what was sold; nothing is credited.' },
  },
});

export const DispositionEnum = Object.fromEntries(DISPOSITIONS.map((each) => [each, each])) as { [D in Disposition]: D };
registerEnumType(DispositionEnum, {
  name: 'ReturnDisposition',
  description: 'What becomes of goods that came back.',
  valuesConfig: {
    RESTOCK: { description: 'They go on the shelf again: the stock rises. Only what is AS_NEW or OPENED.' },
    SCRAP: { description: 'They are thrown away.' },
    RETURN_TO_VENDOR: { description: 'They go to whoever made them.' },
    SEND_BACK: { description: 'They go to the buyer again, who may return them anew; only what is NOT_ACCEPTED.' },
  },
});

export const LineStageEnum = Object.fromEntries(LINE_STAGES.map((each) => [each, each])) as { [S in LineStage]: S };
registerEnumType(LineStageEnum, {
  name: 'ReturnLineStage',
  description: 'How far a line of a return is: as far as the part of it that is furthest behind.',
  valuesConfig: {
    AWAITED: { description: 'Nothing of it has arrived.' },
    PARTLY_RECEIVED: { description: 'Some of it has arrived.' },
    RECEIVED: { description: 'All of it arrived; not all was looked at.' },
    INSPECTED: { description: 'All of it was looked at; it was not decided yet what becomes of all of it.' },
    DISPOSED: { description: 'It was decided what becomes of it.' },
  },
});
