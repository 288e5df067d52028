/** A return with these children. */
export function returnOf(children: string, referenceDate = '2026-03-31'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Message>
  <Header>
    <CollectionDetails>
      <Collection>CIN</Collection><Year>${referenceDate.slice(0, 4)}</Year><ReferenceDate>${referenceDate}</ReferenceDate>
    </CollectionDetails>
    <Source><SourceLevel>L</SourceLevel><LEA>301</LEA></Source>
  </Header>
  <Children>
${children}
  </Children>
</Message>`
}

/** A Child block: entries of ChildIdentifiers and ChildCharacteristics as one text, then its episodes. */
export function childOf(person: string, ...episodes: readonly string[]): string {
  const id = person.includes('<LAchildID>') ? '' : '<LAchildID>T1</LAchildID>'
  return `<Child>
<ChildIdentifiers>${id}${person}</ChildIdentifiers>
${episodes.map((each) => `<CINdetails>${each}</CINdetails>`).join('\n')}
</Child>`
}
