/** The mail that every part sends: a name, a picture, three links, the way out. */
export const mail = {
  subject: 'Good to see you, {{ contact.first_name | default: "dear customer" }}',
  preheader: 'Three things to begin with',
  mjml: `<mjml>
  <mj-body background-color="#f4f2ee">
    <mj-section background-color="#ffffff">
      <mj-column>
        <mj-image src="https://shop.example/logo.png" alt="{{ shop.name }}" width="160px" />
        <mj-text font-size="22px">Hello {{ contact.first_name | default: "dear customer" }}</mj-text>
        <mj-text>Thank you for joining {{ shop.name }}. Here is where most people begin.</mj-text>
        <mj-text>
          <a href="https://shop.example/new">What is new</a>,
          <a href="https://shop.example/best">what others like</a>.
        </mj-text>
        <mj-button href="https://shop.example/start">Have a look</mj-button>
        <mj-text font-size="12px"><a href="{{ unsubscribe_url }}">No more of these</a></mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>`,
}
