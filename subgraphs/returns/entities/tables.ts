import { NumberSeries, NumberSeriesSchema } from './number-series.ts';
import { Return, ReturnSchema } from './return.ts';
import { ReturnLine, ReturnLineSchema } from './return-line.ts';

export interface ReturnsTables {
  Return: Return;
  ReturnLine: ReturnLine;
  NumberSeries: NumberSeries;
}

export const returnsEntities = [ReturnSchema, ReturnLineSchema, NumberSeriesSchema];
