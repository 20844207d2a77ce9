import { Category, CategorySchema } from './category.ts';
import { Component, ComponentSchema } from './component.ts';
import { CustomerPartNumber, CustomerPartNumberSchema } from './customer-part-number.ts';
import { Price, PriceSchema } from './price.ts';
import { PriceList, PriceListSchema } from './price-list.ts';
import { PriceListLoad, PriceListLoadSchema } from './price-list-load.ts';
import { Product, ProductSchema } from './product.ts';
import { ProductCategory, ProductCategorySchema } from './product-category.ts';
import { ProductUnit, ProductUnitSchema } from './product-unit.ts';
import { SiteAssortment, SiteAssortmentSchema } from './site-assortment.ts';
import { Stock, StockSchema } from './stock.ts';
import { StockReservation, StockReservationSchema } from './stock-reservation.ts';
import { StockSupply, StockSupplySchema } from './stock-supply.ts';
import { UnitOfMeasure, UnitOfMeasureSchema } from './unit-of-measure.ts';

export interface CatalogTables {
  Category: Category;
  Component: Component;
  CustomerPartNumber: CustomerPartNumber;
  Price: Price;
  PriceList: PriceList;
  PriceListLoad: PriceListLoad;
  Product: Product;
  ProductCategory: ProductCategory;
  ProductUnit: ProductUnit;
  SiteAssortment: SiteAssortment;
  Stock: Stock;
  StockReservation: StockReservation;
  StockSupply: StockSupply;
  UnitOfMeasure: UnitOfMeasure;
}

export const catalogEntities = [
  CategorySchema,
  ComponentSchema,
  CustomerPartNumberSchema,
  PriceSchema,
  PriceListSchema,
  PriceListLoadSchema,
  ProductSchema,
  ProductCategorySchema,
  ProductUnitSchema,
  SiteAssortmentSchema,
  StockSchema,
  StockReservationSchema,
  StockSupplySchema,
  UnitOfMeasureSchema,
];
