/**
 * Japanese names of standard objects and their fields. What is not here keeps its English name, as in an org for words that
 * Salesforce has not translated.
 * Source: describe results of a Japanese org, as the comments of CodeLibs' fess-ds-salesforce (Apache-2.0) record them;
 * owners, references and numbers from Salesforce Help in Japanese.
 */

/** An object in Japanese, which has no plural. */
interface JapaneseNames {
  readonly label: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Fields that most objects have. */
export const COMMON_FIELDS: Readonly<Record<string, string>> = {
  OwnerId: '所有者 ID',
  RecordTypeId: 'レコードタイプ ID',
  IsDeleted: '削除',
  CreatedDate: '作成日',
  CreatedById: '作成者 ID',
  LastModifiedDate: '最終更新日',
  LastModifiedById: '最終更新者 ID',
  LastActivityDate: '最終活動日',
  LastViewedDate: '最終閲覧日',
  LastReferencedDate: '最終参照日'
};

/** Sections of the layouts that an org begins with. */
export const COMMON_SECTIONS: Readonly<Record<string, string>> = { Information: '情報' };

const PERSON = {
  LastName: '姓',
  FirstName: '名',
  Salutation: '敬称',
  Name: '氏名',
  Title: '役職',
  Phone: '電話',
  MobilePhone: '携帯電話',
  Email: 'メール'
};

const BOUNCED = {
  EmailBouncedReason: 'メール不達の理由',
  EmailBouncedDate: 'メール不達発生日'
};

const DATA_COM = {
  Jigsaw: 'Data.com キー',
  CleanStatus: '状況をクリーンアップ',
  PhotoUrl: '写真の URL'
};

const ADDRESS = { Street: '町名・番地', City: '市区郡', State: '都道府県', PostalCode: '郵便番号', Country: '国' };

/** The parts of an address among several of an object: `BillingCity` as `市区郡(請求先)`. */
function address(prefix: string, place: string): Record<string, string> {
  return Object.fromEntries(Object.entries(ADDRESS).map(([part, name]) => [prefix + part, `${name}(${place})`]));
}

export const JAPANESE_NAMES: Readonly<Record<string, JapaneseNames>> = {
  Account: {
    label: '取引先',
    fields: {
      ...DATA_COM,
      ...address('Billing', '請求先'),
      ...address('Shipping', '納入先'),
      Id: '取引先 ID',
      Name: '取引先名',
      Type: '取引先 種別',
      ParentId: '親取引先 ID',
      Phone: '取引先 電話',
      Fax: '取引先 Fax',
      AccountNumber: '取引先番号',
      Website: 'Web サイト',
      Sic: '産業コード',
      Industry: '業種',
      AnnualRevenue: '年間売上',
      NumberOfEmployees: '従業員数',
      Ownership: '会社形態',
      TickerSymbol: '株式コード',
      Description: '取引先 説明',
      Rating: '取引先 評価',
      Site: '取引先 部門',
      AccountSource: '取引先ソース',
      DunsNumber: 'D-U-N-S 番号',
      Tradestyle: '取引形態',
      NaicsCode: 'NAICS コード',
      NaicsDesc: 'NAICS の説明',
      YearStarted: '開始年',
      SicDesc: '産業区分の説明'
    }
  },
  Asset: {
    label: '納入商品',
    fields: {
      Id: '納入商品 ID',
      Name: '納入商品名',
      ProductCode: '商品コード',
      SerialNumber: 'シリアル番号',
      InstallDate: '納入日',
      PurchaseDate: '購入日',
      UsageEndDate: '使用終了日',
      Status: '状況',
      Description: '説明',
      StockKeepingUnit: '商品 SKU'
    }
  },
  Campaign: {
    label: 'キャンペーン',
    fields: {
      Id: 'キャンペーン ID',
      Name: '名前',
      Type: '種別',
      Status: '状況',
      StartDate: '開始日',
      EndDate: '終了日',
      Description: '説明'
    }
  },
  Case: {
    label: 'ケース',
    fields: {
      Id: 'ケース ID',
      CaseNumber: 'ケース番号',
      ContactId: '取引先責任者 ID',
      AccountId: '取引先 ID',
      SuppliedName: '名前',
      SuppliedEmail: 'メールアドレス',
      SuppliedPhone: '電話',
      SuppliedCompany: '会社名',
      Type: 'ケース種別',
      Status: '状況',
      Reason: '原因',
      Origin: '発生源',
      Subject: '件名',
      Priority: '優先度',
      Description: '説明',
      ClosedDate: '完了日',
      ContactPhone: '取引先責任者 電話',
      ContactMobile: '取引先責任者 携帯',
      ContactEmail: '取引先責任者 メール',
      ContactFax: '取引先責任者 Fax',
      Comments: '社内コメント'
    }
  },
  Contact: {
    label: '取引先責任者',
    fields: {
      ...PERSON,
      ...BOUNCED,
      ...DATA_COM,
      ...address('Other', 'その他'),
      ...address('Mailing', '郵送先'),
      Id: '取引先責任者 ID',
      AccountId: '取引先 ID',
      HomePhone: '自宅電話',
      OtherPhone: 'その他の電話',
      AssistantPhone: 'アシスタント電話',
      Department: '部署',
      AssistantName: 'アシスタント名',
      LeadSource: 'リードソース',
      Birthdate: '誕生日',
      Description: '取引先責任者 説明',
      LastCURequestDate: '登録情報照会 最終依頼日',
      LastCUUpdateDate: '登録情報照会 最終更新日'
    }
  },
  Contract: {
    label: '契約',
    fields: {
      ...address('Billing', '請求先'),
      Id: '契約 ID',
      OwnerExpirationNotice: '所有者に対する終了通知',
      StartDate: '契約開始日',
      EndDate: '契約終了日',
      Status: '状況',
      CompanySignedDate: '自社 契約日',
      CustomerSignedTitle: '顧客 調印者役職',
      CustomerSignedDate: '顧客 契約日',
      SpecialTerms: '特記事項',
      ActivatedDate: '有効日',
      StatusCode: '状況のカテゴリ',
      Description: '説明',
      ContractNumber: '契約番号',
      LastApprovedDate: '最終承認日'
    }
  },
  Lead: {
    label: 'リード',
    fields: {
      ...PERSON,
      ...BOUNCED,
      ...DATA_COM,
      ...ADDRESS,
      Id: 'リード ID',
      Company: '会社名',
      Website: 'Web サイト',
      Description: '説明',
      LeadSource: 'リードソース',
      Status: '状況',
      Industry: '業種',
      Rating: '評価',
      AnnualRevenue: '年間売上',
      NumberOfEmployees: '従業員数',
      ConvertedDate: '取引開始日',
      CompanyDunsNumber: '会社 D-U-N-S 番号'
    }
  },
  Opportunity: {
    label: '商談',
    fields: {
      Id: '商談 ID',
      Name: '商談名',
      AccountId: '取引先 ID',
      Description: '説明',
      StageName: 'フェーズ',
      CloseDate: '完了予定日',
      Type: '商談 種別',
      NextStep: '次のステップ',
      LeadSource: 'リードソース',
      ForecastCategory: '売上予測分類',
      ForecastCategoryName: '売上予測分類',
      Fiscal: '会計期間'
    }
  },
  Order: {
    label: '注文',
    fields: {
      ...address('Billing', '請求先'),
      ...address('Shipping', '納入先'),
      Id: '注文 ID',
      Name: '注文名',
      EffectiveDate: '注文開始日',
      EndDate: '注文終了日',
      Status: '状況',
      Description: '説明',
      CustomerAuthorizedDate: '顧客 承認日',
      CompanyAuthorizedDate: '自社 承認日',
      Type: '注文種別',
      PoDate: 'PO 日付',
      PoNumber: 'PO 番号',
      OrderReferenceNumber: '注文参照番号',
      ActivatedDate: '有効化日',
      StatusCode: '状況のカテゴリ',
      OrderNumber: '注文番号'
    }
  },
  Pricebook2: { label: '価格表' },
  Product2: {
    label: '商品',
    fields: {
      Id: '商品 ID',
      Name: '商品名',
      ProductCode: '商品コード',
      Description: '商品 説明',
      Family: '商品ファミリ',
      ExternalId: '外部 ID',
      DisplayUrl: '表示 URL',
      QuantityUnitOfMeasure: '基準数量単位',
      StockKeepingUnit: '商品 SKU'
    }
  },
  Solution: { label: 'ソリューション' },
  Task: {
    label: 'ToDo',
    fields: {
      Id: '活動 ID',
      Subject: '件名',
      ActivityDate: '期日のみ',
      Status: '状況',
      Priority: '優先度',
      Description: '説明',
      CallType: '通話種別',
      CallDisposition: '通話結果',
      TaskSubtype: 'ToDo のサブ種別',
      CompletedDateTime: '完了日'
    }
  },
  User: {
    label: 'ユーザ',
    fields: {
      ...PERSON,
      ...ADDRESS,
      Id: 'ユーザ ID',
      Username: 'ユーザ名',
      CompanyName: '会社名',
      Division: 'ディビジョン',
      Department: '部署',
      MobilePhone: 'モバイル',
      SenderEmail: '送信者のメールアドレス',
      SenderName: 'メール送信者の名前',
      Signature: 'メールの署名',
      Alias: '別名',
      CommunityNickname: 'ニックネーム',
      TimeZoneSidKey: 'タイムゾーン',
      LocaleSidKey: '地域',
      EmailEncodingKey: 'メールの文字コード',
      UserType: 'ユーザ種別',
      LanguageLocaleKey: '言語',
      EmployeeNumber: '従業員番号',
      LastLoginDate: '最終ログイン',
      Extension: '内線',
      FederationIdentifier: 'SAML 統合 ID',
      AboutMe: '自己紹介'
    }
  }
};
