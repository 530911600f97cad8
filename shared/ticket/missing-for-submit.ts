import type { Directory, ProductCategory } from "../access/directory.ts";
import type { ProductId } from "../ids.ts";
import { toMs } from "../time.ts";
import { maxQuantity, maxTitleLength } from "./field-schemas.ts";
import { hasItems, requestTypeRules, totalQuantity } from "./request-types.ts";
import type { FieldKey, Fields, RequestType } from "./ticket.ts";

/** What is wrong with a field, as a code the interface turns into a sentence. */
export type MissingCode =
  | "required"
  | "too_long"
  | "too_many"
  | "end_before_start"
  | "unknown_product"
  | "inactive_product"
  | "wrong_product_category"
  | "unknown_department"
  | "inactive_department";
export type Missing = Partial<Record<FieldKey, MissingCode>>;

/** What stands between these fields and a submission; empty when nothing does. */
export const missingForSubmit = (fields: Fields, directory: Directory): Missing => {
  const found: Missing = {};
  const note = (key: FieldKey, code: MissingCode | null) => {
    if (code !== null) found[key] = code;
  };
  note("title", titleProblem(fields.title));
  note("department", departmentProblem(fields, directory));
  if (fields.requestType === null) {
    note("requestType", "required");
    return found;
  }
  for (const key of requestTypeRules[fields.requestType].asksFor) note(key, isFilled(fields, key) ? null : "required");
  note("scheduledEnd", found.scheduledEnd ?? scheduleProblem(fields));
  if (hasItems(fields)) note("items", found.items ?? itemsProblem(fields, fields.requestType, directory));
  else note("product", productProblem(fields.product, requestTypeRules[fields.requestType].productCategory, directory));
  return found;
};

const isFilled = (fields: Fields, key: FieldKey): boolean => {
  const value = fields[key];
  return Array.isArray(value) ? value.length > 0 : value !== null;
};

const titleProblem = (title: string): MissingCode | null => {
  if (title.trim() === "") return "required";
  return title.length > maxTitleLength ? "too_long" : null;
};

const departmentProblem = ({ department }: Fields, directory: Directory): MissingCode | null => {
  if (department === null) return "required";
  const found = directory.departments.get(department);
  if (found === undefined) return "unknown_department";
  return found.isActive ? null : "inactive_department";
};

/** Dates left over from another request type are nobody's concern. */
const scheduleProblem = ({ requestType, scheduledStart, scheduledEnd }: Fields): MissingCode | null => {
  if (requestType === null || !requestTypeRules[requestType].isShoot) return null;
  if (scheduledStart === null || scheduledEnd === null) return null;
  return toMs(scheduledEnd) > toMs(scheduledStart) ? null : "end_before_start";
};

const itemsProblem = (fields: Fields, requestType: RequestType, directory: Directory): MissingCode | null => {
  if (totalQuantity(fields) > maxQuantity) return "too_many";
  const { productCategory } = requestTypeRules[requestType];
  const problems = fields.items.map((item) => productProblem(item.product, productCategory, directory));
  return problems.find((problem) => problem !== null) ?? null;
};

const productProblem = (id: ProductId | null, category: ProductCategory, directory: Directory): MissingCode | null => {
  if (id === null) return null;
  const product = directory.products.get(id);
  if (product === undefined) return "unknown_product";
  if (!product.isActive) return "inactive_product";
  return product.category === category ? null : "wrong_product_category";
};
