import { isOverdue } from "../../shared/ticket/deadline.ts";
import type { ListedRow } from "../store/ticket-list.ts";

/** A ticket as REST tells it. `html` where the description's form is known, else its paragraphs. */
export const ticketJson = ({ summary, updated_at }: ListedRow, nowMs: number, html?: string) => {
  const { id, fields, state, brief } = summary;
  return {
    id,
    number: state.number,
    kind: fields.kind,
    title: fields.title,
    description: brief,
    description_html: html ?? paragraphs(brief),
    status: state.status,
    priority: fields.priority,
    department: fields.department,
    request_type: fields.requestType,
    file_format: fields.fileFormat,
    criteria: fields.criteria,
    product: fields.product,
    items: fields.items,
    quantity: fields.quantity,
    scheduled_start: fields.scheduledStart,
    scheduled_end: fields.scheduledEnd,
    category: fields.category,
    suggested_assignees: fields.suggestedAssignees,
    requester: state.requester,
    assigned_to: state.assignee,
    collaborators: state.collaborators,
    deadline: state.deadline,
    deadline_reason: state.deadlineReason,
    revision_count: state.revisionCount,
    comment_count: summary.commentCount,
    created_at: state.createdAt,
    updated_at,
    submitted_at: state.submittedAt,
    dept_approved_at: state.deptApproval?.at ?? null,
    approved_at: state.creativeApproval?.at ?? null,
    rejected_at: state.rejection?.at ?? null,
    rejection_reason: state.rejection?.reason ?? null,
    assigned_at: state.assignedAt,
    started_at: state.startedAt,
    completed_at: state.completedAt,
    confirmed_at: state.confirmedAt,
    is_overdue: isOverdue(state, nowMs),
    is_deleted: state.trashed !== null,
    deleted_at: state.trashed?.at ?? null,
    deleted_by: state.trashed?.by ?? null,
  };
};

const paragraphs = (text: string): string =>
  text === ""
    ? ""
    : text
        .split("\n")
        .map((line) => `<p>${escapeHtml(line)}</p>`)
        .join("");

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
