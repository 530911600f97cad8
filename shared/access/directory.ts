/** The people, departments and products every rule looks at. Server and device hold the same shape. */
import type { DepartmentId, ProductId, UserId } from "../ids.ts";
import type { Criteria } from "../ticket/ticket.ts";

export type Role = "admin" | "manager" | "member";

export interface Person {
  id: UserId;
  username: string;
  firstName: string;
  lastName: string;
  role: Role;
  department: DepartmentId;
  isActive: boolean;
}

export interface Department {
  id: DepartmentId;
  name: string;
  head: UserId | null;
  isCreative: boolean;
  isActive: boolean;
}

export type ProductCategory = "general" | "ads" | "telegram";

export interface Product {
  id: ProductId;
  name: string;
  category: ProductCategory;
  mediaType: Criteria;
  isActive: boolean;
}

export interface Directory {
  people: ReadonlyMap<UserId, Person>;
  departments: ReadonlyMap<DepartmentId, Department>;
  products: ReadonlyMap<ProductId, Product>;
}
