import type { Directory, ProductCategory } from "../access/directory.ts";
import type { Criteria, FieldKey, Fields, FileFormat, RequestType } from "./ticket.ts";

/** What a request type asks its requester for, and where its criteria come from. */
export interface RequestTypeRules {
  /** Fields that must be filled in before submission, beside the title. */
  asksFor: readonly FieldKey[];
  /** Fixed for the type, chosen by the requester, or derived from another field. */
  criteria: Criteria | "chosen" | "from file format" | "from items";
  isShoot: boolean;
  /** Category of the products it may name. */
  productCategory: ProductCategory;
}

export const requestTypeRules: Record<RequestType, RequestTypeRules> = {
  socmed_posting: {
    asksFor: ["fileFormat"],
    criteria: "from file format",
    isShoot: false,
    productCategory: "general",
  },
  website_banner: { asksFor: ["criteria"], criteria: "chosen", isShoot: false, productCategory: "general" },
  photoshoot: {
    asksFor: ["scheduledStart", "scheduledEnd"],
    criteria: "image",
    isShoot: true,
    productCategory: "general",
  },
  videoshoot: {
    asksFor: ["scheduledStart", "scheduledEnd"],
    criteria: "video",
    isShoot: true,
    productCategory: "general",
  },
  live_production: {
    asksFor: ["scheduledStart", "scheduledEnd"],
    criteria: "video",
    isShoot: true,
    productCategory: "general",
  },
  ads: { asksFor: ["items"], criteria: "from items", isShoot: false, productCategory: "ads" },
  telegram_channel: { asksFor: ["items", "criteria"], criteria: "chosen", isShoot: false, productCategory: "telegram" },
};

const criteriaOfFormat: Record<FileFormat, Criteria> = {
  still: "image",
  gif: "image",
  video_landscape: "video",
  video_portrait: "video",
};

/** Image or video work; null while the fields do not say. */
export const deriveCriteria = (fields: Fields, directory: Directory): Criteria | null => {
  if (fields.requestType === null) return null;
  const { criteria } = requestTypeRules[fields.requestType];
  switch (criteria) {
    case "image":
    case "video":
      return criteria;
    case "chosen":
      return fields.criteria;
    case "from file format":
      return fields.fileFormat === null ? null : criteriaOfFormat[fields.fileFormat];
    case "from items":
      return criteriaOfItems(fields, directory);
  }
};

/** Video if any item is; products that are not in the directory say nothing. */
const criteriaOfItems = (fields: Fields, directory: Directory): Criteria | null => {
  const mediaTypes = fields.items.flatMap((item) => directory.products.get(item.product)?.mediaType ?? []);
  if (mediaTypes.length === 0) return null;
  return mediaTypes.includes("video") ? "video" : "image";
};

export const isShoot = ({ requestType }: Pick<Fields, "requestType">): boolean =>
  requestType !== null && requestTypeRules[requestType].isShoot;

/** Does this type list product items with a quantity each, instead of one quantity? */
export const hasItems = ({ requestType }: Pick<Fields, "requestType">): boolean =>
  requestType !== null && requestTypeRules[requestType].asksFor.includes("items");

/** How many pieces are asked for: the sum of the items where the type has items. */
export const totalQuantity = (fields: Pick<Fields, "requestType" | "items" | "quantity">): number =>
  hasItems(fields) ? fields.items.reduce((sum, item) => sum + item.quantity, 0) : fields.quantity;
