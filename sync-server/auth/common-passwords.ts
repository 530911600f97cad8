/**
 * Passwords that every guessing list starts with. Lists of leaked passwords are a few hundred words and keyboard walks with
 * digits, signs and spelled-with-digits variants around them; recognising the pattern refuses all of those and many more.
 */
export const isCommonPassword = (password: string): boolean => {
  const plain = password.toLowerCase();
  if (/^\d+$/.test(plain)) return isDigitPattern(plain);
  return [plain, unleet(plain)].some((spelling) => {
    const core = spelling.replace(/^[^a-z]+|[^a-z]+$/g, "");
    return words.has(core) || isRepeated(core) || isKeyboardWalk(spelling.replace(/[^a-z0-9]/g, ""));
  });
};

const leet: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};
const unleet = (text: string): string => text.replace(/[013457@$!](?=.*[a-z])/g, (sign) => leet[sign] ?? sign);

const isRepeated = (core: string): boolean => {
  for (let length = 1; length <= core.length / 2; length++) {
    if (core.length % length !== 0) continue;
    const part = core.slice(0, length);
    if (part.repeat(core.length / length) === core && (length < 4 || words.has(part))) return true;
  }
  return false;
};

/** Runs along the keyboard, the alphabet or the digits, forwards or backwards, make up the whole of it. */
const isKeyboardWalk = (text: string): boolean => {
  let covered = 0;
  for (let at = 0; at < text.length; ) {
    const run = longestRun(text, at);
    if (run >= 3) covered += run;
    at += Math.max(run, 1);
  }
  return text.length > 0 && covered / text.length >= 0.8;
};

const longestRun = (text: string, at: number): number => {
  let length = 1;
  while (at + length < text.length && rows.some((row) => row.includes(text.slice(at, at + length + 1)))) length++;
  return length;
};

const isDigitPattern = (digits: string): boolean => {
  if (isKeyboardWalk(digits) || isRepeated(digits) || new Set(digits).size <= 3) return true;
  // A date: eight digits that read as day, month and year in any order.
  return /^((19|20)\d\d(0\d|1[0-2])([0-2]\d|3[01])|([0-2]\d|3[01])(0\d|1[0-2])(19|20)\d\d|(0\d|1[0-2])([0-2]\d|3[01])(19|20)\d\d)$/.test(
    digits,
  );
};

const forwards = [
  ..."qwertyuiop asdfghjkl zxcvbnm 1234567890 abcdefghijklmnopqrstuvwxyz 0123456789 qwertzuiop yxcvbnm azertyuiop".split(
    " ",
  ),
  ..."1qaz2wsx3edc4rfv5tgb6yhn7ujm 1q2w3e4r5t6y7u8i9o0p qazwsxedcrfvtgbyhnujm q1w2e3r4t5y6u7i8o9p0 zaq12wsxcde34rfv".split(
    " ",
  ),
  ..."147258369 741852963 159753 987654321 13579 24680 112233445566778899 aabbccddee".split(" "),
];
const rows = [...forwards, ...forwards.map((row) => [...row].reverse().join(""))];

const words = new Set(
  `password passwort passw passwd motdepasse contrasena parola senha wachtwoord haslo letmein welcome willkommen bienvenue
  login signin logon admin administrator adminadmin root toor master superuser supervisor manager user username guest test
  testing tester testtest default changeme change secret topsecret private access trustno hello hellohello hi there
  iloveyou iloveu loveyou loveme lovelove love lover lovely ihateyou fuckyou fuckme fuckoff asshole bitch pussy
  monkey dragon tiger lion eagle falcon panther wolf shark bear dolphin butterfly kitten kitty puppy bunny chicken
  horse cat dog doggy fish spider snake turtle penguin elephant panda unicorn phoenix rabbit bulldog buster rover
  baseball football basketball soccer hockey tennis golf rugby cricket volleyball swimming running fishing hunting racing
  superman batman spiderman wolverine hulk thor ironman deadpool joker robin starwars skywalker jedi yoda vader startrek
  spock matrix neo terminator rambo rocky james bond pokemon pikachu charizard mario luigi zelda sonic minecraft fortnite
  roblox warcraft starcraft counterstrike halo naruto goku hogwarts harrypotter potter gandalf frodo legolas hobbit
  shadow sunshine moonlight starlight midnight summer winter spring autumn january february march april may june july
  august september october november december monday tuesday wednesday thursday friday saturday sunday
  flower rose lily daisy jasmine orchid rainbow ocean river mountain forest island thunder lightning storm snow fire water
  earth wind sky star stars sun moon heaven angel angels devil demon hell lucifer jesus jesuschrist christ god godbless
  blessed faith hope grace heart hearts princess prince queen king knight lord lady duke boss chief captain
  michael jennifer jessica ashley amanda daniel david matthew joshua andrew anthony jordan michelle nicole thomas
  robert john jonathan joseph william charlie george harry jack james jason justin kevin brian chris christian christopher
  alexander alex alexis alexandra elizabeth samantha sarah stephanie melissa heather hannah emily emma olivia sophia
  isabella victoria natalie natasha rachel rebecca laura maria anna angela andrea patricia barbara karen linda lisa
  mary margaret martin marcus nathan nicholas oliver oscar patrick peter philip richard samuel sam steven stephen tony
  tyler vincent zachary benjamin brandon cameron carlos charles diego eduardo fernando francisco gabriel jorge jose juan
  luis manuel miguel pablo pedro rafael ricardo roberto mohammed muhammad ahmed ali hassan fatima
  liverpool arsenal chelsea manchester united barcelona realmadrid juventus milan bayern dortmund celtic rangers yankees
  lakers cowboys steelers packers patriots redsox raiders eagles dolphins giants london paris berlin madrid
  rome america england france germany spain italy russia china japan india canada mexico brazil australia texas california
  florida newyork chicago boston dallas denver houston phoenix austin
  computer internet windows microsoft apple google facebook twitter instagram youtube amazon netflix samsung android iphone
  nokia sony nintendo playstation xbox gamer games gaming hacker hack server database mysql oracle cisco linux ubuntu
  ferrari porsche mercedes bmw audi toyota honda nissan ford mustang corvette camaro chevy chevrolet harley yamaha suzuki
  ducati kawasaki jaguar lamborghini maserati volvo jeep truck
  money dollar million millionaire rich gold golden silver diamond platinum crystal ruby emerald
  chocolate cookie cookies banana orange cherry strawberry peaches apples coffee pepper ginger sugar candy cheese pizza
  whiskey vodka tequila heineken budweiser corona
  red blue green yellow purple black white pink orange brown gray blackcat whitecat redrose bluesky greenday
  metallica nirvana slipknot eminem tupac beatles elvis madonna rihanna beyonce justinbieber onedirection acdc ironmaiden
  guitar piano drums music dance dancer dancing singer rockstar rock metal
  sexy sexsex hottie hotstuff babygirl babyboy baby babe honey sweetie sweetheart sweet cutie cute pretty beautiful gorgeous
  handsome darling forever always together friends friend bestfriend family mother father mom mommy dad daddy sister brother
  mylove mybaby myspace mynoob whatever nothing anything something everything please thankyou thanks
  freedom liberty justice peace warrior soldier ranger hunter killer assassin ninja samurai pirate viking spartan
  cowboy gangster thug player winner champion legend hero superstar genius
  creative marketing sales company office business work project design designer studio agency slate ticket tickets
  qwerty qwertyuiop qwertz azerty asdf asdfasdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qwer qwerasdf abc abcd abcdef abcabc
  abcdefg abcdefgh aaaaaa demo demopassword temp temporary sample example internet mobile phone email mail letmeinnow
  openup opensesame sesame abracadabra hocuspocus magic wizard merlin mystery secretword passphrase mypassword
  mypass thepassword newpassword oldpassword yourpassword nopassword password1password pass word passpass`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
