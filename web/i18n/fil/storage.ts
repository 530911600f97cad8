/** What a person has to know about this device's storage. */
export const storage = {
  blocked: {
    title: "Bukas ang Slate sa ibang window",
    text: "Mas lumang bersyon ang nasa window na iyon. Isara o i-reload iyon, at kusa itong magpapatuloy.",
  },
  takenOver: {
    title: "In-update ang Slate sa ibang window",
    text: "Nakatago ang lahat ng isinulat mo rito. I-reload para magpatuloy.",
    reload: "I-reload",
  },
  locked: {
    title: "Dalawang linggo nang walang ugnayan ang device na ito",
    text: "Wala itong ipapakita hangga't hindi nito muling naaabot ang server. Nakatago ang lahat ng isinulat mo at ipapadala pagkatapos.",
  },
  evicted: "Inalis ng browser ang nasa device na ito. Dina-download itong muli; wala na ang hindi pa naipadala.",
  understood: "Isara",
};
