export const setup = {
  heading: (app: string) => `I-set up ang ${app}`,
  step: (step: number) => `Hakbang ${step}`,
  next: "Susunod",
  back: "Bumalik",
  you: {
    heading: "Sino ka",
    intro: "Wala pang account ang server na ito. Sa iyo ang unang account: ikaw ang admin.",
    code: "One-time code",
    codeHint: "Nasa terminal kung saan sinimulan ang server.",
    username: "Username",
    passwordHint: "Hindi bababa sa 8 character.",
  },
  beginning: {
    heading: "Paano magsisimula",
    label: "Magsimula sa",
    demo: "Magsimula sa halimbawang workspace",
    demoHint:
      "Tatlong department, siyam na kasama at mga animnapung ticket na puwede mong tingnan. ‘demo-password’ ang password ng mga kasama.",
    empty: "Magsimula nang walang laman",
    emptyHint: "Pangalanan ang mga department mo ngayon; ang mga tao mismo ang magre-register.",
  },
  departments: {
    heading: "Mga department mo",
    intro:
      "Humihiling ng trabaho ang mga department; creative team ang gumagawa. Sa iyo ang una. Puwedeng magdagdag mamaya.",
    name: (place: number) => `Department ${place}`,
    first: "Marketing",
    second: "Creative",
    isCreative: "Creative team",
    remove: (name: string) => `Alisin ang ${name}`,
    add: "Magdagdag ng department",
    noCreative: "Wala pang makakatanggap ng ticket: markahan ang isa bilang creative team, ngayon o mamaya.",
  },
  finish: "Gawin ang workspace",
  filling: "Pinupuno ang workspace…",
  done: { title: "Handa na", text: "Mag-log in gamit ang account na kagagawa mo lang." },
};
