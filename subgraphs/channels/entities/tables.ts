import { OutsideAnswer, OutsideAnswerSchema } from './outside-answer.ts';
import { HandOver, HandOverSchema } from './hand-over.ts';

export interface ChannelsTables {
  HandOver: HandOver;
  OutsideAnswer: OutsideAnswer;
}

export const channelsEntities = [HandOverSchema, OutsideAnswerSchema];
