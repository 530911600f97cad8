import { list } from "./plural.ts";

export const intake = {
  heading: "New ticket",
  chooseType: "What do you need?",
  chooseDepartment: "Choose a department",
  noProduct: "No product",
  chooseProduct: "Choose a product",
  chooseFormat: "Choose a format",
  addProduct: "Add product",
  title: "Title",
  titlePlaceholder: "What is it, in a few words",
  submit: "Create ticket",
  /** Above a new one: what was begun before is not lost. */
  begun: {
    text: (title: string) => `You have begun “${title}”.`,
    textOf: (count: number) => `You have begun ${count} tickets.`,
    goOn: "Continue it",
    show: "Show them",
  },
  items: {
    heading: "Product items",
    remove: (name: string) => `Remove ${name}`,
    quantityOf: (name: string) => `Quantity of ${name}`,
  },
  less: "Less",
  moreOf: "More",
  suggested: "Suggested assignees",
  suggestedHint: "The first takes it on, the others help.",
  start: "Start",
  end: "End",
  /** The effect of a choice stands under it. */
  due: {
    hours: (priority: string, hours: number) => `${priority}: due ${hours} h after the last approval.`,
    shoot: "A shoot is due when it ends.",
    shootAt: (moment: string) => `Due ${moment}, when the shoot ends.`,
  },
  /** What a choice makes of it, where it is not chosen by itself. */
  counts: (criteria: string) => `Criteria: ${criteria}`,
  goesTo: {
    department: (people: readonly string[]) => `Goes to ${list(people)} for Dept Approval`,
    creative: (people: readonly string[]) => `Goes to ${list(people)} for Creative Approval`,
    admins: "No approver was found, so it goes to the admins",
    approved: "Approved at once: you are the approver",
  },
  missing: {
    required: {
      title: "Give it a title.",
      department: "Choose a department.",
      requestType: "Choose what you need.",
      fileFormat: "Choose a file format.",
      criteria: "Choose image or video.",
      items: "Add at least one product.",
      scheduledStart: "Say when the shoot starts.",
      scheduledEnd: "Say when the shoot ends.",
      other: "This is still missing.",
    },
    too_long: "At most 200 characters.",
    too_many: "At most 1,000 pieces together.",
    end_before_start: "The end lies before the start.",
    unknown_product: "This product is not in the list any more.",
    inactive_product: "This product is not offered any more.",
    wrong_product_category: "This product belongs to another request type.",
    unknown_department: "This department is not in the list any more.",
    inactive_department: "This department is closed.",
  },
  stillMissing: (count: number) => (count === 1 ? "One thing is still missing." : `${count} things are still missing.`),
};
