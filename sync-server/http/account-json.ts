import type { Department, Person, Product } from "../../shared/access/directory.ts";
import type { Account } from "../store/users.ts";

/** One's own account, or any for an admin. */
export const accountJson = (account: Account) => ({
  id: account.id,
  username: account.username,
  email: account.email,
  first_name: account.first_name,
  last_name: account.last_name,
  role: account.role,
  department: account.department,
  telegram_username: account.telegram_username,
  time_zone: account.time_zone,
  status: account.status,
  is_active: account.status === "active",
  created_at: account.created_at,
});

export const personJson = (person: Person) => ({
  id: person.id,
  username: person.username,
  first_name: person.firstName,
  last_name: person.lastName,
  role: person.role,
  department: person.department,
  is_active: person.isActive,
});

export const departmentJson = (department: Department) => ({
  id: department.id,
  name: department.name,
  head: department.head,
  is_creative: department.isCreative,
  is_active: department.isActive,
});

export const productJson = (product: Product) => ({
  id: product.id,
  name: product.name,
  category: product.category,
  media_type: product.mediaType,
  is_active: product.isActive,
});
