import { Price, PriceSchema } from './price.ts';
import { PriceList, PriceListSchema } from './price-list.ts';
import { Product, ProductSchema } from './product.ts';
import { Stock, StockSchema } from './stock.ts';
import { StockReservation, StockReservationSchema } from './stock-reservation.ts';

export interface CatalogTables {
  Product: Product;
  PriceList: PriceList;
  Price: Price;
  Stock: Stock;
  StockReservation: StockReservation;
}

export const catalogEntities = [ProductSchema, PriceListSchema, PriceSchema, StockSchema, StockReservationSchema];
