/** What a ticket is, as plain data. The document layout (shared/document) reads and writes this shape. */
import type { ActionId, CommentId, DepartmentId, ProductId, TicketId, UserId } from "../ids.ts";
import type { IsoTime } from "../time.ts";
import type { Suggestion } from "./suggestion.ts";

export type Kind = "creative" | "support";

/** The workflow's own statuses, in pipeline order; `draft` precedes the first submission. */
export const statuses = [
  "draft",
  "requested",
  "pending_creative",
  "approved",
  "in_progress",
  "completed",
  "rejected",
] as const;
export type Status = (typeof statuses)[number];

export const priorities = ["low", "medium", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

export const requestTypes = [
  "socmed_posting",
  "website_banner",
  "photoshoot",
  "videoshoot",
  "live_production",
  "ads",
  "telegram_channel",
] as const;
export type RequestType = (typeof requestTypes)[number];

export const fileFormats = ["still", "gif", "video_landscape", "video_portrait"] as const;
export type FileFormat = (typeof fileFormats)[number];

export type Criteria = "image" | "video";

export interface ProductItem {
  product: ProductId;
  /** 1–1000 */
  quantity: number;
}

/** The brief's facts: what people may write, each key on its own. `null` is 'not said'. */
export interface Fields {
  kind: Kind;
  title: string;
  priority: Priority;
  department: DepartmentId | null;
  requestType: RequestType | null;
  fileFormat: FileFormat | null;
  criteria: Criteria | null;
  product: ProductId | null;
  items: ProductItem[];
  quantity: number;
  scheduledStart: IsoTime | null;
  scheduledEnd: IsoTime | null;
  suggestedAssignees: UserId[];
  category: "technical" | "financial" | "product" | null;
}
export type FieldKey = keyof Fields;

/** An approval step as it was taken; `passed` when nobody had to decide because the approver was the requester. */
export interface Approval {
  by: UserId;
  at: IsoTime;
  passed: boolean;
}

/** What the server decided. Written by the server only. */
export interface State {
  status: Status;
  number: number | null;
  requester: UserId | null;
  assignee: UserId | null;
  collaborators: UserId[];
  createdAt: IsoTime | null;
  submittedAt: IsoTime | null;
  deptApproval: Approval | null;
  creativeApproval: Approval | null;
  rejection: { by: UserId; at: IsoTime; reason: string; from: Status } | null;
  assignedAt: IsoTime | null;
  startedAt: IsoTime | null;
  startedBy: UserId | null;
  completedAt: IsoTime | null;
  completedBy: UserId | null;
  /** Shoots: when it really ended. */
  actualEnd: IsoTime | null;
  confirmedAt: IsoTime | null;
  confirmedBy: UserId | null;
  deadline: IsoTime | null;
  deadlineReason: string | null;
  revisionCount: number;
  /** The last revision asked for. */
  revision: { by: UserId; at: IsoTime; comment: string } | null;
  trashed: { by: UserId; at: IsoTime } | null;
}
export type StateKey = keyof State;

export interface Comment {
  author: UserId;
  body: string;
  parent: CommentId | null;
  createdAt: IsoTime;
  editedAt?: IsoTime;
  deletedAt?: IsoTime;
  /** A change its author asks for; `body` says the same in words. */
  suggestion?: Suggestion;
  /** Its author made the change that the parent suggests. */
  applied?: true;
}

/** A ticket as rules see it. `brief` is the description's plain text. */
export interface Ticket {
  id: TicketId;
  fields: Fields;
  state: State;
  brief: string;
}

/** What was decided on one action. */
export interface Ruling {
  accepted: boolean;
  code?: string;
  facts?: Record<string, unknown>;
  status: Status;
  at: IsoTime;
}

export type Rulings = ReadonlyMap<ActionId, Ruling>;

export const emptyFields: Fields = {
  kind: "creative",
  title: "",
  priority: "medium",
  department: null,
  requestType: null,
  fileFormat: null,
  criteria: null,
  product: null,
  items: [],
  quantity: 1,
  scheduledStart: null,
  scheduledEnd: null,
  suggestedAssignees: [],
  category: null,
};

export const draftState: State = {
  status: "draft",
  number: null,
  requester: null,
  assignee: null,
  collaborators: [],
  createdAt: null,
  submittedAt: null,
  deptApproval: null,
  creativeApproval: null,
  rejection: null,
  assignedAt: null,
  startedAt: null,
  startedBy: null,
  completedAt: null,
  completedBy: null,
  actualEnd: null,
  confirmedAt: null,
  confirmedBy: null,
  deadline: null,
  deadlineReason: null,
  revisionCount: 0,
  revision: null,
  trashed: null,
};
