const HEADER_BYTES = 16_384

const customerNames = [
  ...['customerid', 'customer', 'customernumber', 'clientid', 'client'],
  ...['numeroclient', 'idclient', 'codeclient'],
]

/** Fields a file may fill, and the column names that mean them. */
export const importFields = {
  contacts: [
    {
      field: 'externalId',
      names: ['externalid', 'id', 'userid', 'numero', ...customerNames],
      required: false,
    },
    { field: 'email', names: ['email', 'mail', 'courriel', 'adresseemail'], required: false },
    { field: 'firstName', names: ['firstname', 'prenom', 'givenname'], required: false },
    { field: 'lastName', names: ['lastname', 'nom', 'surname', 'familyname'], required: false },
    { field: 'phone', names: ['phone', 'telephone', 'mobile', 'tel'], required: false },
    { field: 'locale', names: ['locale', 'language', 'langue', 'lang'], required: false },
    { field: 'timeZone', names: ['timezone', 'fuseau', 'fuseauhoraire'], required: false },
    {
      field: 'birthday',
      names: ['birthday', 'birthdate', 'anniversaire', 'datenaissance'],
      required: false,
    },
    { field: 'createdAt', names: ['createdat', 'created', 'inscription'], required: false },
    {
      field: 'consent.email',
      names: ['consentemail', 'emailconsent', 'consent', 'optin', 'consentement', 'newsletter'],
      required: false,
    },
    { field: 'consent.sms', names: ['consentsms', 'smsconsent', 'optinsms'], required: false },
  ],
  orders: [
    {
      field: 'orderId',
      names: ['orderid', 'order', 'ordernumber', 'commande', 'numerocommande', 'idcommande'],
      required: true,
    },
    {
      field: 'externalId',
      names: ['externalid', 'userid', ...customerNames],
      required: false,
    },
    { field: 'email', names: ['email', 'mail', 'courriel'], required: false },
    {
      field: 'at',
      names: ['at', 'date', 'orderedat', 'createdat', 'datecommande', 'orderdate'],
      required: true,
    },
    { field: 'revenue', names: ['revenue', 'amount', 'total', 'montant'], required: true },
    { field: 'currency', names: ['currency', 'devise'], required: false },
    {
      field: 'refunded',
      names: ['refunded', 'refund', 'rembourse', 'montantrembourse'],
      required: false,
    },
    { field: 'coupon', names: ['coupon', 'code', 'codepromo'], required: false },
    { field: 'productId', names: ['productid', 'sku', 'reference'], required: false },
    { field: 'title', names: ['title', 'product', 'produit'], required: false },
    { field: 'quantity', names: ['quantity', 'qty', 'quantite'], required: false },
    { field: 'price', names: ['price', 'prix', 'prixunitaire'], required: false },
  ],
  products: [
    { field: 'productId', names: ['productid', 'sku', 'id', 'reference'], required: true },
    { field: 'title', names: ['title', 'name', 'nom', 'titre'], required: true },
    { field: 'price', names: ['price', 'prix'], required: false },
    {
      field: 'category',
      names: ['category', 'categorie', 'rubrique', 'producttype'],
      required: false,
    },
    { field: 'url', names: ['url', 'link', 'lien'], required: false },
    { field: 'imageUrl', names: ['imageurl', 'image', 'imagelink'], required: false },
    { field: 'brand', names: ['brand', 'marque'], required: false },
    { field: 'stock', names: ['stock', 'quantity', 'quantite', 'availability'], required: false },
    {
      field: 'replenishable',
      names: ['replenishable', 'recurring', 'consommable'],
      required: false,
    },
    { field: 'complements', names: ['complements', 'goeswith', 'vaavec'], required: false },
  ],
  events: [
    { field: 'event', names: ['event', 'eventname', 'evenement'], required: true },
    {
      field: 'externalId',
      names: ['externalid', 'userid', ...customerNames],
      required: false,
    },
    { field: 'email', names: ['email', 'mail', 'courriel'], required: false },
    { field: 'at', names: ['at', 'timestamp', 'date', 'horodatage'], required: true },
    { field: 'messageId', names: ['messageid', 'eventid', 'id'], required: false },
    { field: 'properties', names: ['properties', 'proprietes'], required: false },
  ],
} as const

/** What a file may be of. */
export type FileKind = keyof typeof importFields

/** A name without accents, signs and little words: “N° de client” and “Numéro client” are one. */
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\bn(°|º|o\.?(?=\s))/gi, 'numero')
    .replace(/\b(de|du|des|d|la|le|l|of|the)\b/gi, '')
    .replace(/\p{M}|[^a-zA-Z0-9]/gu, '')
    .toLowerCase()

/** The column names in a CSV's first line, whichever separator it uses. */
export function headerOf(text: string): string[] {
  const [line = ''] = text.split(/\r?\n/)
  const separator = [';', '\t', ','].find((each) => line.includes(each)) ?? ','
  return line
    .split(separator)
    .map((name) => name.trim().replace(/^"|"$/g, ''))
    .filter(Boolean)
}

export const readHeader = async (file: File): Promise<string[]> =>
  headerOf(await file.slice(0, HEADER_BYTES).text())

/** Column by field, where a column's name leaves no doubt. */
export function guessMapping(kind: FileKind, columns: string[]): Record<string, string> {
  const mapping: Record<string, string> = {}
  for (const { field, names } of importFields[kind]) {
    const column = columns.find((name) => names.some((known) => known === plain(name)))
    if (column && !Object.values(mapping).includes(column)) mapping[field] = column
  }
  return mapping
}
