/** Pictures for mails. */
export const images = {
  'images.title': 'Choose a picture',
  'images.about': 'PNG, JPEG, GIF or WebP, 10 MB at most.',
  'images.drop': 'Drop a picture here, or choose one from this computer.',
  'images.choose': 'Choose a file',
  'images.wrongType':
    '“{name}” is no picture for mails: choose a PNG, JPEG, GIF or WebP. An SVG may hold programs, and inboxes do not show it.',
  'images.tooLarge':
    '“{name}” weighs more than 10 MB. Choose a smaller picture: mails show it 1,200 pixels wide at most.',
  'images.deleteSure': 'Delete it for good',
  'images.none': 'There are no pictures yet.',
  'images.more': 'Show more',
  'images.alt': 'What the picture shows',
  'images.altHelp': 'Read aloud to those who do not see it, and shown where pictures are blocked.',
  'images.keep': 'Keep and use',
  'images.keeping': 'Keeping it…',
  'images.back': 'Another picture',
  'images.use': 'Use this picture',
  'images.delete': 'Delete this picture',
  'images.size': '{name} · {width} × {height} · {kb} kB',
  'images.logo': 'Logo',
  'images.logoChoose': 'Choose a logo',
  'images.logoRemove': 'Remove the logo',
}
