/**
 * The standard object Event.
 * Source: describe results of a developer org, as the tests of CumulusCI (BSD-3-Clause) record them.
 */
import type { ObjectFacts } from './facts';

export const event: ObjectFacts = {
  prefix: '00U',
  label: 'Event',
  plural: 'Events',
  can: 'create update delete undelete search trigger',
  fields: {
    WhoId: 'reference | Name ID',
    WhatId: 'reference | Related To ID',
    Subject: 'combobox(255) name',
    Location: 'string(255)',
    IsAllDayEvent: 'boolean default =false | All-Day Event',
    ActivityDateTime: 'datetime | Due Date Time',
    ActivityDate: 'date | Due Date Only',
    DurationInMinutes: 'int(8) | Duration',
    StartDateTime: 'datetime',
    EndDateTime: 'datetime',
    EndDate: 'date ro',
    Description: 'textarea(32000)',
    AccountId: 'reference ro',
    OwnerId: 'reference default | Assigned To ID',
    IsPrivate: 'boolean default =false | Private',
    ShowAs: 'picklist(40) default restricted | Show Time As',
    IsChild: 'boolean ro default =false',
    IsGroupEvent: 'boolean ro default =false',
    GroupEventType: 'picklist(40) ro default restricted',
    IsArchived: 'boolean ro default =false | Archived',
    RecurrenceActivityId: 'reference ro',
    IsRecurrence: 'boolean create default =false | Create Recurring Series of Events',
    RecurrenceStartDateTime: 'datetime | Recurrence Start',
    RecurrenceEndDateOnly: 'date | Recurrence End',
    RecurrenceTimeZoneSidKey: 'picklist(40) restricted | Recurrence Time Zone',
    RecurrenceType: 'picklist(40) restricted',
    RecurrenceInterval: 'int(9)',
    RecurrenceDayOfWeekMask: 'int(9) | Recurrence Day of Week Mask',
    RecurrenceDayOfMonth: 'int(9) | Recurrence Day of Month',
    RecurrenceInstance: 'picklist(40) restricted',
    RecurrenceMonthOfYear: 'picklist(40) restricted | Recurrence Month of Year',
    ReminderDateTime: 'datetime | Reminder Date/Time',
    IsReminderSet: 'boolean default =false | Reminder Set',
    EventSubtype: 'picklist(40) create restricted',
    IsRecurrence2Exclusion: 'boolean ro default =false | Historical Event, Not Following Recurrence',
    Recurrence2PatternText: 'textarea(512) create | Recurrence Pattern',
    Recurrence2PatternVersion: 'picklist(40) ro restricted | Pattern Version',
    IsRecurrence2: 'boolean ro default =false | Repeat',
    IsRecurrence2Exception: 'boolean ro default =false | Is Exception',
    Recurrence2PatternStartDate: 'datetime ro | Recurrence Pattern Start Date',
    Recurrence2PatternTimeZone: 'string(255) ro | Recurrence Pattern Time Zone Reference',
    Type: 'picklist(40)'
  },
  picklists: {
    Subject: ['Call', 'Email', 'Meeting', 'Send Letter/Quote', 'Other'],
    ShowAs: ['Busy*', 'OutOfOffice', 'Free'],
    GroupEventType: ['0*', '1', '2', '3'],
    RecurrenceType: [
      'RecursDaily',
      'RecursEveryWeekday',
      'RecursMonthly',
      'RecursMonthlyNth',
      'RecursWeekly',
      'RecursYearly',
      'RecursYearlyNth'
    ],
    RecurrenceInstance: ['First', 'Second', 'Third', 'Fourth', 'Last'],
    RecurrenceMonthOfYear: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December'
    ],
    EventSubtype: ['Event'],
    Recurrence2PatternVersion: ['1', '2']
  },
  cascades: [
    'Attachment.ParentId',
    'ContentDocumentLink.LinkedEntityId',
    'EventRelation.EventId',
    'FeedItem.ParentId',
    'TopicAssignment.EntityId'
  ]
};
