import type { Country, Text } from './dataset';

export interface Capital {
  readonly name: Text;
  /** IANA name. */
  readonly timeZone: string;
}

/** Country, English name, Japanese name, IANA zone. */
const CAPITALS = `
AE|Abu Dhabi|アブダビ|Asia/Dubai
AR|Buenos Aires|ブエノスアイレス|America/Argentina/Buenos_Aires
AT|Vienna|ウィーン|Europe/Vienna
AU|Canberra|キャンベラ|Australia/Sydney
BD|Dhaka|ダッカ|Asia/Dhaka
BE|Brussels|ブリュッセル|Europe/Brussels
BN|Bandar Seri Begawan|バンダルスリブガワン|Asia/Brunei
BR|Brasília|ブラジリア|America/Sao_Paulo
CA|Ottawa|オタワ|America/Toronto
CH|Bern|ベルン|Europe/Zurich
CL|Santiago|サンティアゴ|America/Santiago
CN|Beijing|北京|Asia/Shanghai
CU|Havana|ハバナ|America/Havana
CZ|Prague|プラハ|Europe/Prague
DE|Berlin|ベルリン|Europe/Berlin
DK|Copenhagen|コペンハーゲン|Europe/Copenhagen
EG|Cairo|カイロ|Africa/Cairo
ES|Madrid|マドリード|Europe/Madrid
FI|Helsinki|ヘルシンキ|Europe/Helsinki
FJ|Suva|スバ|Pacific/Fiji
FM|Palikir|パリキール|Pacific/Pohnpei
FR|Paris|パリ|Europe/Paris
GB|London|ロンドン|Europe/London
GR|Athens|アテネ|Europe/Athens
HU|Budapest|ブダペスト|Europe/Budapest
ID|Jakarta|ジャカルタ|Asia/Jakarta
IE|Dublin|ダブリン|Europe/Dublin
IL|Jerusalem|エルサレム|Asia/Jerusalem
IN|New Delhi|ニューデリー|Asia/Kolkata
IQ|Baghdad|バグダッド|Asia/Baghdad
IR|Tehran|テヘラン|Asia/Tehran
IT|Rome|ローマ|Europe/Rome
JP|Tokyo|東京|Asia/Tokyo
KE|Nairobi|ナイロビ|Africa/Nairobi
KH|Phnom Penh|プノンペン|Asia/Phnom_Penh
KP|Pyongyang|平壌|Asia/Pyongyang
KR|Seoul|ソウル|Asia/Seoul
LA|Vientiane|ビエンチャン|Asia/Vientiane
LT|Vilnius|ビリニュス|Europe/Vilnius
MH|Majuro|マジュロ|Pacific/Majuro
MM|Naypyidaw|ネピドー|Asia/Yangon
MN|Ulaanbaatar|ウランバートル|Asia/Ulaanbaatar
MX|Mexico City|メキシコシティ|America/Mexico_City
MY|Kuala Lumpur|クアラルンプール|Asia/Kuala_Lumpur
NG|Abuja|アブジャ|Africa/Lagos
NL|Amsterdam|アムステルダム|Europe/Amsterdam
NO|Oslo|オスロ|Europe/Oslo
NZ|Wellington|ウェリントン|Pacific/Auckland
PE|Lima|リマ|America/Lima
PG|Port Moresby|ポートモレスビー|Pacific/Port_Moresby
PH|Manila|マニラ|Asia/Manila
PK|Islamabad|イスラマバード|Asia/Karachi
PL|Warsaw|ワルシャワ|Europe/Warsaw
PT|Lisbon|リスボン|Europe/Lisbon
RU|Moscow|モスクワ|Europe/Moscow
SA|Riyadh|リヤド|Asia/Riyadh
SE|Stockholm|ストックホルム|Europe/Stockholm
SG|Singapore|シンガポール|Asia/Singapore
SU|Moscow|モスクワ|Europe/Moscow
TH|Bangkok|バンコク|Asia/Bangkok
TR|Ankara|アンカラ|Europe/Istanbul
TW|Taipei|台北|Asia/Taipei
UA|Kyiv|キーウ|Europe/Kiev
US|Washington|ワシントン|America/New_York
VN|Hanoi|ハノイ|Asia/Ho_Chi_Minh
ZA|Pretoria|プレトリア|Africa/Johannesburg
`;

const capitals = new Map(
  CAPITALS.trim()
    .split('\n')
    .map((line): [Country, Capital] => {
      const [country = '', en = '', ja = '', timeZone = ''] = line.split('|');
      return [country, { name: { en, ja }, timeZone }];
    }),
);

/** The capital of a country, by ISO 3166-1 alpha-2; undefined for those that the table does not hold. */
export function capitalOf(country: Country): Capital | undefined {
  return capitals.get(country);
}
