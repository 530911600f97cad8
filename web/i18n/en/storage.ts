/** What a person has to know about this device's storage. */
export const storage = {
  blocked: {
    title: "Slate is open in another window",
    text: "That window holds an older version. Close it or reload it, and this one goes on by itself.",
  },
  takenOver: {
    title: "Slate was updated in another window",
    text: "Everything you wrote here is kept. Reload to go on.",
    reload: "Reload",
  },
  locked: {
    title: "This device has been out of touch for two weeks",
    text: "It shows nothing until it has reached the server again. Everything you wrote is kept, and is sent then.",
  },
  evicted:
    "The browser had removed what was on this device. It is being downloaded again; what had not been sent is not there any more.",
  understood: "Close",
};
