/** The first page of a new server: three calm steps. */
export const setup = {
  heading: (app: string) => `Set up ${app}`,
  step: (step: number) => `Step ${step}`,
  next: "Next",
  back: "Back",
  you: {
    heading: "Who you are",
    intro: "This server has nobody yet. Its first account is yours: you are its admin.",
    code: "One-time code",
    codeHint: "Printed in the terminal where the server was started.",
    username: "Username",
    passwordHint: "At least 8 characters.",
  },
  beginning: {
    heading: "How to begin",
    label: "Begin with",
    demo: "Start with an example workspace",
    demoHint:
      "Three departments, nine colleagues and about sixty tickets to look around in. The colleagues log in with ‘demo-password’.",
    empty: "Start empty",
    emptyHint: "Name your departments now; people register by themselves.",
  },
  departments: {
    heading: "Your departments",
    intro: "Departments ask for work; a creative team does it. The first one is your own. More can follow later.",
    name: (place: number) => `Department ${place}`,
    first: "Marketing",
    second: "Creative",
    isCreative: "Creative team",
    remove: (name: string) => `Remove ${name}`,
    add: "Add a department",
    noCreative: "Nobody could take tickets on yet: mark one as a creative team, now or later.",
  },
  finish: "Create workspace",
  filling: "Filling the workspace…",
  done: { title: "It is ready", text: "Log in with the account you have just made." },
};
