/** The small company of the demo workspace, the tests and the simulation. Ids are fixed, so everything is repeatable. */
import * as v from "valibot";
import type { Department, Directory, Person, Product, ProductCategory, Role } from "./access/directory.ts";
import { DepartmentIdSchema, ProductIdSchema, UserIdSchema } from "./ids.ts";
import type { Criteria } from "./ticket/ticket.ts";

/** A UUIDv7 of a moment in 2024; `series` keeps people, departments and products apart. */
const fixedId = (series: 1 | 2 | 3, index: number): string =>
  `0190a000-0000-7000-8${series}00-${String(index).padStart(12, "0")}`;

const userId = (index: number) => v.parse(UserIdSchema, fixedId(1, index));
const departmentId = (index: number) => v.parse(DepartmentIdSchema, fixedId(2, index));
const productId = (index: number) => v.parse(ProductIdSchema, fixedId(3, index));

const person = (
  index: number,
  username: string,
  name: readonly [first: string, last: string],
  department: Department,
  role: Role = "member",
): Person => ({
  id: userId(index),
  username,
  firstName: name[0],
  lastName: name[1],
  role,
  department: department.id,
  isActive: true,
});

const product = (index: number, name: string, category: ProductCategory, mediaType: Criteria): Product => ({
  id: productId(index),
  name,
  category,
  mediaType,
  isActive: true,
});

const department = (index: number, name: string, headIndex: number, isCreative = false): Department => ({
  id: departmentId(index),
  name,
  head: userId(headIndex),
  isCreative,
  isActive: true,
});

export const departments = {
  marketing: department(1, "Marketing", 2),
  sales: department(2, "Sales", 5),
  creative: department(3, "Creative", 7, true),
};

export const people = {
  admin: person(1, "admin", ["Ada", "Okafor"], departments.marketing, "admin"),
  "marketing-head": person(2, "marketing-head", ["Maren", "Holt"], departments.marketing, "manager"),
  "marketing-1": person(3, "marketing-1", ["Mina", "Castellan"], departments.marketing),
  "marketing-2": person(4, "marketing-2", ["Milo", "Brandt"], departments.marketing),
  "sales-head": person(5, "sales-head", ["Sana", "Whitlock"], departments.sales, "manager"),
  "sales-1": person(6, "sales-1", ["Soren", "Abara"], departments.sales),
  "creative-head": person(7, "creative-head", ["Cleo", "Marchetti"], departments.creative, "manager"),
  "creative-1": person(8, "creative-1", ["Caspar", "Lind"], departments.creative),
  "creative-2": person(9, "creative-2", ["Chiara", "Devlin"], departments.creative),
  "creative-3": person(10, "creative-3", ["Cyrus", "Palmer"], departments.creative),
};
export type SampleUsername = keyof typeof people;

export const products = {
  brandBook: product(1, "Brand book", "general", "image"),
  productFilm: product(2, "Product film", "general", "video"),
  bannerAd: product(3, "Banner ad", "ads", "image"),
  videoAd: product(4, "Video ad", "ads", "video"),
  carouselAd: product(5, "Carousel ad", "ads", "image"),
  channelPost: product(6, "Channel post", "telegram", "image"),
  channelClip: product(7, "Channel clip", "telegram", "video"),
};

const byId = <Row extends { id: unknown }>(rows: Record<string, Row>): Map<Row["id"], Row> =>
  new Map(Object.values(rows).map((row) => [row.id, row]));

export const directory: Directory = {
  people: byId(people),
  departments: byId(departments),
  products: byId(products),
};
