import { plural } from "./plural.ts";

/** Names of things: the workflow's own, the fields' and their choices'. */
export const words = {
  status: {
    draft: "Draft",
    requested: "Dept Approval",
    pending_creative: "Creative Approval",
    approved: "Not Yet Started",
    in_progress: "In Progress",
    completed: "Completed",
    rejected: "Rejected",
    closed: "Closed",
  },
  priority: { low: "Low", medium: "Medium", high: "High", urgent: "Urgent" },
  requestType: {
    socmed_posting: "Social media",
    website_banner: "Website banner",
    photoshoot: "Photoshoot",
    videoshoot: "Videoshoot",
    live_production: "Live production",
    ads: "Ads",
    telegram_channel: "Telegram channel",
  },
  fileFormat: {
    still: "Still",
    gif: "GIF",
    video_landscape: "Video, landscape",
    video_portrait: "Video, portrait",
  },
  criteria: { image: "Image", video: "Video" },
  role: { admin: "Admin", manager: "Approver", member: "Member" },
  field: {
    kind: "Kind",
    title: "Title",
    description: "Description",
    priority: "Priority",
    department: "Department",
    requestType: "Request type",
    fileFormat: "File format",
    criteria: "Criteria",
    product: "Product",
    items: "Product items",
    quantity: "Quantity",
    scheduledStart: "Start",
    scheduledEnd: "End",
    suggestedAssignees: "Suggested assignees",
    category: "Category",
  },
  number: (number: number) => `#${number}`,
  pieces: (count: number, criteria: "image" | "video" | null) => {
    if (criteria === "video") return plural(count, "video", "videos");
    return criteria === "image" ? plural(count, "image", "images") : plural(count, "piece", "pieces");
  },
  item: (count: number, product: string) => `${count} × ${product}`,
  and: (count: number) => `+${count}`,
  you: "You",
  somebody: "Somebody",
  nobodyYet: "Nobody yet",
  untitled: "No title yet",
};
